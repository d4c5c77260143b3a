import type { DataSource } from 'typeorm';
import { containing } from '../like-pattern';
import { isUsccShape } from '../../../domain/uscc';
import { scopeCondition } from '../../draw/scope-condition';
import type { Scope } from '../../../domain/joint-check/scheme';
import { readsCases, type Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';
import { lastChecked } from './last-checked';

export interface ObjectFilter {
  /** Part of the name, or a whole credit code or registration number. */
  text?: string;
  kind?: string;
  division?: string;
  /** A section letter or the beginning of a class. */
  industry?: string;
  riskClass?: string;
  department?: string;
  tag?: string;
  status?: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface ObjectLine {
  id: string;
  name: string;
  uscc: string | null;
  registrationNo: string | null;
  kind: string;
  address: string | null;
  division: string | null;
  divisionName: string | null;
  industry: string | null;
  industryName: string | null;
  status: string;
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
  const condition = conditionOf(reader, filter);
  const whole = condition.whole;
  const from = `FROM check_object o WHERE ${condition.sql}`;
  const counted: { total: number }[] = await dataSource.query(
    `SELECT count(*)::int AS total ${from}`,
    condition.parameters,
  );
  const rows: ObjectLine[] = await dataSource.query(
    `SELECT o.id, o.name, o.uscc, o.registration_no AS "registrationNo", o.kind, o.address, o.division,
       (SELECT d.name FROM division d WHERE d.short_code = o.division) AS "divisionName", o.industry,
       (SELECT i.name FROM industry i WHERE i.code = o.industry) AS "industryName", o.status,
       CASE WHEN ${whole} THEN o.risk_class END AS "riskClass",
       CASE WHEN ${whole} THEN o.responsible_departments END AS "responsibleDepartments",
       CASE WHEN ${whole} THEN to_char(${lastChecked}, 'YYYY-MM-DD') END AS "lastCheckedOn"
     ${from} ORDER BY o.name, o.id LIMIT ${size(filter.pageSize)} OFFSET ${(Math.max(1, Math.trunc(filter.page)) - 1) * size(filter.pageSize)}`,
    condition.parameters,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

const size = (wished: number): number => Math.min(Math.max(1, Math.trunc(wished)), 200);

function conditionOf(reader: Reader, filter: ObjectFilter): { sql: string; whole: string; parameters: unknown[] } {
  const visible = wholeObjectFor(reader, 1);
  const parameters = [...visible.parameters];
  const next = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [readsCases(reader) ? 'TRUE' : 'FALSE'];
  // The count does not show who is responsible, but every parameter must be used.
  if (visible.parameters.length > 0) conditions.push('$1::text IS NOT NULL');
  const text = filter.text?.trim() ?? '';
  if (isUsccShape(text.toUpperCase())) conditions.push(`o.uscc = ${next(text.toUpperCase())}`);
  else if (text !== '') {
    conditions.push(`(o.name LIKE ${next(containing(text))} OR o.registration_no = ${next(text)})`);
  }
  if (filter.kind) conditions.push(`o.kind = ${next(filter.kind)}`);
  if (filter.status) conditions.push(`o.status = ${next(filter.status)}`);
  const place: Scope = {
    kinds: [],
    riskClasses: [],
    tags: [],
    divisions: list(filter.division),
    industries: list(filter.industry),
  };
  const scope = scopeCondition(place, parameters.length + 1);
  parameters.push(...scope.parameters);
  conditions.push(scope.sql);
  const guarded: string[] = [];
  if (filter.riskClass) guarded.push(`o.risk_class = ${next(filter.riskClass)}`);
  if (filter.department) guarded.push(`o.responsible_departments @> ARRAY[${next(filter.department)}]`);
  if (filter.tag) guarded.push(`o.tags @> ARRAY[${next(filter.tag)}]`);
  if (guarded.length > 0) conditions.push(visible.sql, ...guarded);
  return { sql: conditions.join(' AND '), whole: visible.sql, parameters };
}

const list = (value: string | undefined): string[] => (value ? [value] : []);
