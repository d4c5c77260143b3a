import type { Queryable } from '../../../db/queryable';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { ObjectStatus } from '../../../domain/registers/object-dictionary';
import { certificateOn, type Certificate } from '../../../domain/registers/certificate';
import type { VisitState } from '../../../domain/visit/state';
import { teamOn } from '../../../domain/visit/team-on';
import { momentOfEntry, momentOfNotice, momentOfVisit } from './moment-of-visit';
import { objectAsOf, saidBefore } from '../../queries/registers/as-of';
import { sealNames, statesOf } from '../../documents/paper-facts';

/** An item of a check as its papers name it, in the version that the check runs under. */
export interface PaperItem {
  code: string;
  department: string;
  name: string;
  content: string | null;
  basis: string | null;
  method: string | null;
  materials: string | null;
}

export interface PaperFirm {
  name: string;
  code: string;
  address: string;
  legalRepresentative: string;
  contact: string;
  /** Its state in the register: now, or when the visit's result was entered. */
  status?: ObjectStatus;
  /** Its state in the register: now, or when the notice went out. */
  statusAtNotice?: ObjectStatus;
}

/** What the papers of one visit are made of. */
export interface VisitFacts {
  visit: VisitState;
  check: JointCheckState;
  object: PaperFirm | undefined;
  /** Full names of units, as in their seals. */
  name(code: string): string;
  /** Officers of a unit with the certificate that is valid on a day; those who were there on the day of what was found, where it is given. */
  team(department: string, on: string, found?: string): { name: string; certificate: string }[];
  items(department: string): PaperItem[];
}

interface Officer {
  id: string;
  name: string;
  certificates: Certificate[];
}

/** What the papers of visits are made of, asked once for all of them: a batch may hold thousands. */
export async function visitFacts(db: Queryable, ids: readonly string[]): Promise<VisitFacts[]> {
  const visits = await statesOf<VisitState>(db, ids);
  const checks = await statesOf<JointCheckState>(
    db,
    [...visits.values()].map(({ check }) => check),
  );
  const teams = [...visits.values()].flatMap(({ results }) =>
    Object.values(results).flatMap(({ officers, replaced = [] }) => [...officers, ...replaced.map(({ out }) => out)]),
  );
  const officers = await byId<Officer>(
    db,
    'SELECT id, name, certificates FROM inspector WHERE id = ANY($1::uuid[])',
    teams,
  );
  const names = await officersOfDay(db, [...visits.values()]);
  const objects = await firmsOfVisits(db, ids);
  const items = new Map<string, PaperItem[]>();
  for (const check of checks.values()) items.set(check.id, await itemsOf(db, check));
  const name = await sealNames(db);
  return ids.map((id) => {
    const visit = visits.get(id) as VisitState;
    const check = checks.get(visit.check) as JointCheckState;
    return {
      visit,
      check,
      object: objects.get(id),
      name,
      team: (department, on, found) =>
        teamOfDay(visit, department, found).flatMap((officer) => {
          const found = officers.get(officer);
          const name = names.get(`${id}/${officer}`) ?? found?.name ?? '';
          return found ? [{ name, certificate: certificateOn(found.certificates, on)?.no ?? '—' }] : [];
        }),
      items: (department) => (items.get(check.id) ?? []).filter((item) => item.department === department),
    };
  });
}

/** Names of officers on the day by which a visit's firm is named, by visit and officer; nothing where none has changed since. */
async function officersOfDay(db: Queryable, visits: readonly VisitState[]): Promise<Map<string, string>> {
  const pairs = visits.flatMap(({ id, results }) =>
    Object.values(results).flatMap(({ officers, replaced = [] }) =>
      [...officers, ...replaced.map(({ out }) => out)].map((officer) => ({ visit: id, officer })),
    ),
  );
  const rows: { visit: string; officer: string; name: string }[] = await db.query(
    `WITH renamed AS (SELECT DISTINCT subject_id AS id FROM register_change WHERE register = 'inspector' AND before ? 'name' AND subject_id = ANY($2::text[])),
       day AS MATERIALIZED (SELECT c.id, ${momentOfVisit('c.id')} AS at FROM official_case c WHERE c.id = ANY($1::text[]) AND EXISTS (SELECT 1 FROM renamed)),
       said AS (SELECT p.visit, p.officer, ${saidBefore('inspector', 'p.officer', 'name', 'day.at')} AS name
         FROM unnest($1::text[], $2::text[]) AS p(visit, officer) JOIN renamed ON renamed.id = p.officer JOIN day ON day.id = p.visit)
     SELECT * FROM said WHERE name IS NOT NULL`,
    [pairs.map(({ visit }) => visit), pairs.map(({ officer }) => officer)],
  );
  return new Map(rows.map(({ visit, officer, name }) => [`${visit}/${officer}`, name]));
}

/** A unit's officers; a record of a day names who was there, not who came in their place later. */
function teamOfDay({ results }: VisitState, department: string, found?: string): string[] {
  const result = results[department];
  if (!result) return [];
  return found === undefined ? result.officers : teamOn(result, found);
}

/** The firm of each visit, as the papers name it: by the name and address of the day of its notice or first record. */
async function firmsOfVisits(db: Queryable, visits: readonly string[]): Promise<Map<string, PaperFirm>> {
  const moment = momentOfVisit('c.id');
  return byId<PaperFirm & { id: string }>(
    db,
    `SELECT c.id, ${objectAsOf('name', moment)} AS name, COALESCE(o.uscc, o.registration_no, '') AS code, COALESCE(${objectAsOf('address', moment)}, '') AS address,
       COALESCE(${objectAsOf('legal_representative', moment)}, '') AS "legalRepresentative", COALESCE(o.phone, '') AS contact,
       ${objectAsOf('status', momentOfEntry('c.id'))} AS status, ${objectAsOf('status', momentOfNotice('c.id'))} AS "statusAtNotice"
     FROM official_case c JOIN check_object o ON o.id = c.subject_id WHERE c.id = ANY($1::text[])`,
    visits,
  );
}

/** Firms as papers name them. */
export async function firmsOf(db: Queryable, ids: readonly string[]): Promise<Map<string, PaperFirm>> {
  return byId<PaperFirm & { id: string }>(
    db,
    `SELECT id, name, COALESCE(uscc, registration_no, '') AS code, COALESCE(address, '') AS address, COALESCE(legal_representative, '') AS "legalRepresentative", COALESCE(phone, '') AS contact
     FROM check_object WHERE id = ANY($1::uuid[])`,
    ids,
  );
}

async function itemsOf(db: Queryable, check: JointCheckState): Promise<PaperItem[]> {
  return db.query(
    `SELECT item.code, item.department, v.name, v.content, v.basis, v.method, v.materials FROM jsonb_to_recordset($1::jsonb) AS item(code text, version int, department text)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version ORDER BY item.code`,
    [JSON.stringify(check.items)],
  );
}

async function byId<R extends { id: string }>(
  db: Queryable,
  query: string,
  ids: readonly string[],
): Promise<Map<string, R>> {
  const rows: R[] = await db.query(query, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, row]));
}
