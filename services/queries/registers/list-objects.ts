import type { CheckObject } from '../../../db/entities/registers/check-object';
import { every, sql, words, type Sql } from '../../../db/sql';
import { normalForm } from '../../../domain/text/normal-form';
import { searchWords } from '../../../domain/text/search-words';
import { firmSays, registerColumns } from '../name-search';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';
import { scopeCondition } from '../../draw/scope-condition';
import type { Scope } from '../../../domain/joint-check/scheme';
import { readsCases, type Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';
import { byName, namePlace } from './name-place';
import { rowOfLoad } from './rows-of-load';
import { lastChecked } from './last-checked';

/** The columns by which the register of objects is sorted; when a firm was checked last is asked of its visits, of each firm by itself. */
export const objectColumns = ['name', 'code', 'kind', 'division', 'riskClass', 'status'] as const;
type ObjectColumn = (typeof objectColumns)[number];

export interface ObjectFilter {
  /** Parts of the name, credit code or registration number. */
  text?: string;
  kind?: string;
  division?: string;
  /** A section letter or the beginning of a class. */
  industry?: string;
  riskClass?: string;
  department?: string;
  tag?: string;
  status?: string;
  /** Only those without a credit code. */
  code?: 'none';
  /** Only those that a loaded file brought or changed: the id of its import. */
  load?: string;
}

export interface ObjectLine extends Pick<
  CheckObject,
  'id' | 'name' | 'uscc' | 'registrationNo' | 'kind' | 'address' | 'division' | 'industry' | 'status'
> {
  /** The record that stands, where this one is closed. */
  sameAs: string | null;
  divisionName: string | null;
  industryName: string | null;
  /** Null too where the reader may not see it. */
  riskClass: string | null;
  responsibleDepartments: string[] | null;
  lastCheckedOn: string | null;
}

/**
 * The object register by name. Filters by what a reader may not see find only what the reader may see.
 */
export function objectsOf(
  reader: Reader,
  filter: ObjectFilter & { sort?: { column: ObjectColumn; descending: boolean } },
): OrderedList<ObjectLine & Placed> {
  const whole = wholeObjectFor(reader);
  const list: OrderedList<ObjectLine & Placed> = {
    ...byName,
    columns: sql`${namePlace}, o.id, o.name, o.uscc, o.registration_no AS "registrationNo", o.kind, o.address, o.division,
       (SELECT d.name FROM division d WHERE d.short_code = o.division) AS "divisionName", o.industry,
       (SELECT i.name FROM industry i WHERE i.code = o.industry) AS "industryName", o.status, o.same_as AS "sameAs",
       CASE WHEN ${whole} THEN o.risk_class END AS "riskClass",
       CASE WHEN ${whole} THEN o.responsible_departments END AS "responsibleDepartments",
       CASE WHEN ${whole} THEN to_char(${words(lastChecked)}, 'YYYY-MM-DD') END AS "lastCheckedOn"`,
    from: sql`check_object o`,
    where: conditionOf(reader, filter, whole),
  };
  const { sort } = filter;
  return sort ? sortedBy(list, { by: valueOf(sort.column, whole), descending: sort.descending }) : list;
}

/** What a column says to the reader: what they may not see orders nothing. */
function valueOf(column: ObjectColumn, whole: Sql): Sql {
  switch (column) {
    case 'name':
      return sql`o.name`;
    case 'code':
      return sql`COALESCE(o.uscc, o.registration_no)`;
    case 'kind':
      return sql`o.kind`;
    case 'division':
      return sql`(SELECT d.name FROM division d WHERE d.short_code = o.division)`;
    case 'riskClass':
      return sql`CASE WHEN ${whole} THEN o.risk_class END`;
    case 'status':
      return sql`o.status`;
  }
}

function conditionOf(reader: Reader, filter: ObjectFilter, whole: Sql): Sql {
  const conditions = [readsCases(reader) ? sql`TRUE` : sql`FALSE`];
  const text = filter.text ?? '';
  if (searchWords(text).length > 0) conditions.push(firmSays(registerColumns, text));
  if (filter.kind) conditions.push(sql`o.kind = ${filter.kind}`);
  if (filter.status) conditions.push(sql`o.status = ${filter.status}`);
  if (filter.load) conditions.push(rowOfLoad('object', 'o.id', filter.load));
  if (filter.code) conditions.push(sql`o.uscc IS NULL`);
  const place: Scope = {
    kinds: [],
    riskClasses: [],
    tags: [],
    divisions: list(filter.division),
    industries: list(filter.industry),
  };
  conditions.push(scopeCondition(place));
  const guarded: Sql[] = [];
  if (filter.riskClass) guarded.push(sql`o.risk_class = ${filter.riskClass}`);
  if (filter.department) guarded.push(sql`o.responsible_departments @> ARRAY[${filter.department}]`);
  if (filter.tag) guarded.push(sql`o.tag_keys @> ARRAY[${normalForm(filter.tag)}]`);
  if (guarded.length > 0) conditions.push(whole, ...guarded);
  return every(conditions);
}

const list = (value: string | undefined): string[] => (value ? [value] : []);
