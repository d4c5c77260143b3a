import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { publicCode, withoutCards } from '../../../domain/identity-card';
import { jointCheck } from '../../../domain/joint-check/process';
import { momentPlace, readMomentPlace } from '../moment-place';
import type { OrderedList } from '../ordered-list';

/** Another version of the same department's result of the same visit. */
export interface OtherVersion {
  id: string;
  version: number;
  state: PublishedResult['state'];
  /** 公开说明 of the correction or withdrawal of the earlier of the two. */
  reason: string | null;
}

export interface PublishedResult {
  place: string;
  id: string;
  /** The visit: it tells results apart for ever, whatever their address is. */
  visit: string;
  objectName: string;
  uscc: string | null;
  registrationNo: string | null;
  department: string;
  /** Names as they were on the day of publication. */
  departmentName: string;
  authority: string;
  check: string;
  checkNumber: string;
  items: string[];
  itemVersions: number[] | null;
  itemNames: string[];
  code: string;
  completedOn: string;
  publishedAt: Date;
  version: number;
  state: 'current' | 'corrected' | 'withdrawn';
  /** 公开说明 of what was done to it; never the reason that was written inside. */
  reason: string | null;
  changedAt: Date | null;
  /** The earlier result in whose place this one stands. */
  corrects: OtherVersion | null;
  /** The later result that stands in its place. */
  correctedBy: OtherVersion | null;
}

const itemName = `SELECT v.name FROM check_item_version v WHERE v.item_code = i.code ORDER BY v.version DESC LIMIT 1`;
const otherVersion = `jsonb_build_object('id', other.id::text, 'version', other.version, 'state', other.state, 'reason'`;
const sameResult = `other.visit_id = p.visit_id AND other.department = p.department`;

/** Of a withdrawn result no finding leaves the database. */
const columns =
  words(`p.id::text AS id, p.visit_id AS visit, p.object_name AS "objectName", p.uscc, p.registration_no AS "registrationNo", p.department,
  COALESCE(p.department_name, (SELECT d.name FROM department d WHERE d.code = p.department), p.department) AS "departmentName",
  COALESCE(p.authority, (SELECT d.full_name FROM department d WHERE d.code = p.department), p.department) AS authority,
  COALESCE(p.check_title, (SELECT c.title FROM official_case c WHERE c.id = p.check_id), p.check_id) AS check,
  COALESCE(p.check_number, split_part(p.check_id, '/', 2)) AS "checkNumber",
  p.items, p.item_versions AS "itemVersions",
  COALESCE(p.item_names, ARRAY(SELECT COALESCE((${itemName}), i.code) FROM unnest(p.items) WITH ORDINALITY AS i(code, n) ORDER BY i.n)) AS "itemNames",
  CASE WHEN p.state = 'withdrawn' THEN '' ELSE p.code END AS code,
  to_char(p.completed_on, 'YYYY-MM-DD') AS "completedOn", p.published_at AS "publishedAt", p.version, p.state,
  CASE WHEN p.state <> 'current' THEN p.public_reason END AS reason, p.changed_at AS "changedAt",
  (SELECT ${otherVersion}, other.public_reason) FROM publication other
    WHERE ${sameResult} AND other.version < p.version AND other.state <> 'current' ORDER BY other.version DESC LIMIT 1) AS corrects,
  CASE WHEN p.state <> 'current' THEN (SELECT ${otherVersion}, p.public_reason) FROM publication other
    WHERE ${sameResult} AND other.version > p.version ORDER BY other.version LIMIT 1) END AS "correctedBy"`);

/**
 * The columns by which published results are sorted. None of them changes once a result is published, and an index has each.
 * Not the finding: of a withdrawn one even its place among the others would tell.
 */
export const resultColumns = ['object', 'department', 'completedOn', 'publishedOn'] as const;
type ResultColumn = (typeof resultColumns)[number];
const valueOf: Record<ResultColumn, string> = {
  object: 'p.object_name',
  department: 'p.department',
  completedOn: 'p.completed_on',
  publishedOn: 'p.published_at',
};

interface ResultFilter {
  matching?: Sql;
  check?: string;
  /** By which column they stand; newest first where nothing is said. */
  sort?: { column: ResultColumn; descending: boolean };
}

/** Published results, newest first or by a column; corrected and withdrawn ones say so. */
export function publishedResults(filter: ResultFilter = {}): OrderedList<PublishedResult> {
  const conditions = [
    ...(filter.matching ? [filter.matching] : []),
    ...(filter.check ? [sql`p.check_id = ${`${jointCheck.kind}/${filter.check}`}`] : []),
  ];
  const list: OrderedList<PublishedResult> = {
    columns: sql`${momentPlace('p.published_at', 'p.id')} AS place, ${columns}`,
    from: sql`publication p`,
    where: every(conditions),
    order: ['p.published_at', 'p.id'],
    placeOf: readMomentPlace('bigint'),
    seen: withoutPeople,
  };
  return filter.sort ? inOrderOf(list, filter.sort) : list;
}

/** A place is the id alone, whose value is looked up: what stands in a name never stands in an address. */
function inOrderOf(
  list: OrderedList<PublishedResult>,
  { column, descending }: NonNullable<ResultFilter['sort']>,
): OrderedList<PublishedResult> {
  const value = valueOf[column];
  return {
    ...list,
    columns: sql`p.id::text AS place, ${columns}`,
    order: [value, 'p.id'],
    ascending: !descending,
    placeOf(text) {
      const id = numberOrNull(text);
      return id === null
        ? undefined
        : [sql`(SELECT ${words(value)} FROM publication p WHERE p.id = ${id})`, sql`${id}::bigint`];
    },
  };
}

/** The same, what was published, corrected or withdrawn last first: for those who follow the county. */
export function newsOfResults(): OrderedList<PublishedResult> {
  const last = 'COALESCE(p.changed_at, p.published_at)';
  return {
    ...publishedResults(),
    columns: sql`${momentPlace(last, 'p.id')} AS place, ${columns}`,
    order: [last, 'p.id'],
  };
}

/** One published result; nothing for an id that none has. */
export async function publishedResult(database: Queryable, id: string): Promise<PublishedResult | undefined> {
  const { columns: all, from } = publishedResults();
  const [row] = await rowsOf<PublishedResult>(
    database,
    sql`SELECT ${all} FROM ${from} WHERE p.id = ${numberOrNull(id)}`,
  );
  return row && withoutPeople(row);
}

/** Publications are numbered; text that is no number of theirs is no row's id. */
const numberOrNull = (text: string): string | null => (/^\d{1,18}$/.test(text) ? text : null);

/** A published row without the numbers of identity cards: what stands in a register as a number may be a person's. */
function withoutPeople(row: PublishedResult): PublishedResult {
  const words = (text: string | null) => text && withoutCards(text);
  const other = (version: OtherVersion | null) => version && { ...version, reason: words(version.reason) };
  return {
    ...row,
    objectName: withoutCards(row.objectName),
    uscc: publicCode(row.uscc),
    registrationNo: publicCode(row.registrationNo),
    reason: words(row.reason),
    corrects: other(row.corrects),
    correctedBy: other(row.correctedBy),
  };
}

/** How many results of a check are published with each finding; of a withdrawn one the finding is not told. */
export async function findingsOfCheck(
  database: Queryable,
  number: string,
): Promise<{ state: PublishedResult['state']; code: string; count: number }[]> {
  return rowsOf(
    database,
    sql`SELECT CASE WHEN state = 'withdrawn' THEN state ELSE 'current' END AS state, CASE WHEN state = 'withdrawn' THEN '' ELSE code END AS code, count(*)::int AS count
      FROM publication WHERE check_id = ${`${jointCheck.kind}/${number}`} AND state <> 'corrected' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}
