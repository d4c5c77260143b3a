import type { DataSource } from 'typeorm';
import { availableOn } from './inspector-availability';
import { codeForm } from '../../../domain/text/normal-form';
import { containing } from '../like-pattern';
import { searchWords } from '../../../domain/text/search-words';
import type { Certificate } from '../../../domain/registers/certificate';
import { readsCases, seesAll, type Reader } from '../cases/may-read-case';

export interface InspectorFilter {
  /** Part of the name, or a staff number. */
  text?: string;
  department?: string;
  dutyStatus?: string;
  qualification?: string;
  /** Only those who can be drawn on `today`, or only those who cannot. */
  available?: boolean;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  page: number;
  pageSize: number;
}

export interface InspectorLine {
  id: string;
  department: string;
  staffNo: string;
  name: string;
  unit: string;
  postClass: string;
  certificates: Certificate[];
  qualifications: string[];
  dutyStatus: string;
  /** On duty and with a certificate that is valid today. */
  available: boolean;
  recusals: number;
}

/** A page of the inspector register: a department sees its own officers, the office and supervisors all. */
export async function listInspectors(
  dataSource: DataSource,
  reader: Reader,
  filter: InspectorFilter,
): Promise<{ rows: InspectorLine[]; total: number }> {
  if (!readsCases(reader)) return { rows: [], total: 0 };
  const parameters: unknown[] = [filter.today];
  const next = (value: unknown) => `$${parameters.push(value)}`;
  const available = availableOn(1);
  const conditions = [`$1::date IS NOT NULL`];
  if (!seesAll(reader)) conditions.push(`i.department = ${next(reader.department)}`);
  if (filter.department) conditions.push(`i.department = ${next(filter.department)}`);
  if (filter.dutyStatus) conditions.push(`i.duty_status = ${next(filter.dutyStatus)}`);
  if (filter.qualification) conditions.push(`${next(filter.qualification)} = ANY(i.qualifications)`);
  if (filter.available !== undefined) conditions.push(filter.available ? available : `NOT ${available}`);
  const text = filter.text?.trim();
  if (text) {
    const named = searchWords(text).map((word) => `i.name_key LIKE ${next(containing(word))}`);
    conditions.push(`((${named.join(' AND ') || 'TRUE'}) OR upper(i.staff_no) = ${next(codeForm(text))})`);
  }
  const from = `FROM inspector i WHERE ${conditions.join(' AND ')}`;
  const pageSize = Math.min(Math.max(1, Math.trunc(filter.pageSize)), 200);
  const counted: { total: number }[] = await dataSource.query(`SELECT count(*)::int AS total ${from}`, parameters);
  const rows: InspectorLine[] = await dataSource.query(
    `SELECT i.id, i.department, i.staff_no AS "staffNo", i.name, i.unit, i.post_class AS "postClass", i.certificates, i.qualifications,
       i.duty_status AS "dutyStatus", ${available} AS available, (SELECT count(*)::int FROM recusal r WHERE r.inspector_id = i.id) AS recusals
     ${from} ORDER BY i.department, i.staff_no LIMIT ${pageSize} OFFSET ${(Math.max(1, Math.trunc(filter.page)) - 1) * pageSize}`,
    parameters,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}
