import type { DataSource } from 'typeorm';
import type { CheckObject } from '../../../db/entities/registers/check-object';
import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import { normalForm } from '../../../domain/text/normal-form';
import { searchWords } from '../../../domain/text/search-words';
import { firmSays, registerColumns } from '../name-search';
import { scopeCondition } from '../../draw/scope-condition';
import type { Scope } from '../../../domain/joint-check/scheme';
import { readsCases, type Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';
import { lastChecked } from './last-checked';

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
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface ObjectLine extends Pick<
  CheckObject,
  'id' | 'name' | 'uscc' | 'registrationNo' | 'kind' | 'address' | 'division' | 'industry' | 'status'
> {
  divisionName: string | null;
  industryName: string | null;
  /** Null too where the reader may not see it. */
  riskClass: string | null;
  responsibleDepartments: string[] | null;
  lastCheckedOn: string | null;
}

/** A page of the object register by name, with the total. Filters by what a reader may not see find only what the reader may see. */
export async function listObjects(
  dataSource: DataSource,
  reader: Reader,
  filter: ObjectFilter,
): Promise<{ rows: ObjectLine[]; total: number }> {
  const whole = wholeObjectFor(reader);
  const from = sql`FROM check_object o WHERE ${conditionOf(reader, filter, whole)}`;
  const counted = await rowsOf<{ total: number }>(dataSource, sql`SELECT count(*)::int AS total ${from}`);
  const limit = size(filter.pageSize);
  const rows = await rowsOf<ObjectLine>(
    dataSource,
    sql`SELECT o.id, o.name, o.uscc, o.registration_no AS "registrationNo", o.kind, o.address, o.division,
       (SELECT d.name FROM division d WHERE d.short_code = o.division) AS "divisionName", o.industry,
       (SELECT i.name FROM industry i WHERE i.code = o.industry) AS "industryName", o.status,
       CASE WHEN ${whole} THEN o.risk_class END AS "riskClass",
       CASE WHEN ${whole} THEN o.responsible_departments END AS "responsibleDepartments",
       CASE WHEN ${whole} THEN to_char(${words(lastChecked)}, 'YYYY-MM-DD') END AS "lastCheckedOn"
     ${from} ORDER BY o.name, o.id LIMIT ${limit} OFFSET ${(Math.max(1, Math.trunc(filter.page)) - 1) * limit}`,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

const size = (wished: number): number => Math.min(Math.max(1, Math.trunc(wished)), 200);

function conditionOf(reader: Reader, filter: ObjectFilter, whole: Sql): Sql {
  const conditions = [readsCases(reader) ? sql`TRUE` : sql`FALSE`];
  const text = filter.text ?? '';
  if (searchWords(text).length > 0) conditions.push(firmSays(registerColumns, text));
  if (filter.kind) conditions.push(sql`o.kind = ${filter.kind}`);
  if (filter.status) conditions.push(sql`o.status = ${filter.status}`);
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
