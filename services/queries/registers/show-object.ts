import type { DataSource } from 'typeorm';
import { rowsOf, sql, words } from '../../../db/sql';
import type { Licence } from '../../../domain/registers/licence';
import { readsCases, type Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';
import { registerHistory, type RegisterChangeLine } from './register-history';
import { lastChecked } from './last-checked';

export interface PublicPart {
  id: string;
  name: string;
  uscc: string | null;
  registrationNo: string | null;
  kind: string;
  status: string;
  address: string | null;
  division: string | null;
  divisionName: string | null;
  industry: string | null;
  industryName: string | null;
  /** The record that stands, where this one was closed as a second one of the same firm. */
  sameAs: string | null;
}

export interface WholePart {
  version: number;
  foundedOn: string | null;
  scope: string | null;
  legalRepresentative: string | null;
  phone: string | null;
  responsibleDepartments: string[];
  tags: string[];
  licences: Licence[];
  riskClass: string | null;
  riskSource: string | null;
  creditStatus: string | null;
  note: string | null;
  lastCheckedOn: string | null;
}

export interface ObjectView {
  basic: PublicPart;
  /** Absent where the reader is neither responsible nor of a case on it. */
  whole?: WholePart;
  history: RegisterChangeLine[];
  checks: {
    check: string;
    checkId: string;
    department: string;
    visitDate: string | null;
    stage: string;
    code: string | null;
  }[];
}

/** An object with its history and the checks it was in, as far as the reader may see; nothing for an unknown id. */
export async function showObject(dataSource: DataSource, reader: Reader, id: string): Promise<ObjectView | undefined> {
  if (!readsCases(reader)) return undefined;
  const rows = await rowsOf<{ basic: PublicPart; whole: WholePart | null }>(
    dataSource,
    sql`SELECT json_build_object('id', o.id, 'name', o.name, 'uscc', o.uscc, 'registrationNo', o.registration_no, 'kind', o.kind, 'status', o.status,
         'address', o.address, 'division', o.division, 'divisionName', (SELECT d.name FROM division d WHERE d.short_code = o.division),
         'industry', o.industry, 'industryName', (SELECT i.name FROM industry i WHERE i.code = o.industry), 'sameAs', o.same_as) AS basic,
       CASE WHEN ${wholeObjectFor(reader)} THEN json_build_object('version', o.version, 'foundedOn', o.founded_on, 'scope', o.scope,
         'legalRepresentative', o.legal_representative, 'phone', o.phone, 'responsibleDepartments', o.responsible_departments, 'tags', o.tags,
         'licences', o.licences, 'riskClass', o.risk_class, 'riskSource', o.risk_source, 'creditStatus', o.credit_status, 'note', o.note,
         'lastCheckedOn', ${words(lastChecked)}) END AS whole
     FROM check_object o WHERE o.id::text = ${id}`,
  );
  const found = rows[0];
  if (!found) return undefined;
  if (!found.whole) return { basic: found.basic, history: [], checks: [] };
  const checks: ObjectView['checks'] = await dataSource.query(
    `SELECT c.number AS check, r.check_id AS "checkId", r.department, to_char(r.visit_date, 'YYYY-MM-DD') AS "visitDate", r.stage, r.code
     FROM visit_result r JOIN official_case c ON c.id = r.check_id WHERE r.object_id::text = $1 ORDER BY r.visit_date DESC NULLS FIRST, r.department`,
    [id],
  );
  return { basic: found.basic, whole: found.whole, history: await registerHistory(dataSource, 'object', id), checks };
}
