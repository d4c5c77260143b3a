import type { DataSource } from 'typeorm';
import type { ObjectStatus } from '../../../domain/registers/object-dictionary';
import type { Certificate } from '../../../domain/registers/certificate';
import { recusedFor } from '../registers/inspector-availability';
import { accountOf } from '../people/account-of';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';

export interface ObjectFacts {
  id: string;
  name: string;
  uscc: string | null;
  registrationNo: string | null;
  address: string | null;
  legalRepresentative: string | null;
  phone: string | null;
  /** As the register has it now. */
  status: ObjectStatus;
  /** As the register has them now, which may be another than on the day of the visit. */
  nameNow: string;
  addressNow: string | null;
}

/**
 * The firm of a visit, as those who take part in the case may read it: by the name and address of the day on which it was
 * given notice or visited.
 */
export async function objectOf(dataSource: DataSource, id: string, visit?: string): Promise<ObjectFacts | undefined> {
  const moment = momentOfVisit('$2::text');
  const rows: ObjectFacts[] = await dataSource.query(
    `SELECT o.id, ${objectAsOf('name', moment)} AS name, o.uscc, o.registration_no AS "registrationNo", ${objectAsOf('address', moment)} AS address,
       o.legal_representative AS "legalRepresentative", o.phone, o.status, o.name AS "nameNow", o.address AS "addressNow" FROM check_object o WHERE o.id = $1`,
    [id, visit ?? null],
  );
  return rows[0];
}

export interface OfficerFacts {
  id: string;
  name: string;
  department: string;
  staffNo: string;
  certificates: Certificate[];
  /** Whether the officer can sign in to enter or confirm. */
  account: 'active' | 'disabled' | 'none';
  onDuty: boolean;
  /** Must keep away from the object asked about. */
  recused: boolean;
}

/** Officers by register id, with what keeps them from entering a result. */
export async function officersOf(dataSource: DataSource, ids: string[], object?: string): Promise<OfficerFacts[]> {
  return dataSource.query(
    `SELECT i.id, i.name, i.department, i.staff_no AS "staffNo", i.certificates, ${accountOf('i')} AS account, i.duty_status = 'onDuty' AS "onDuty",
       ${recusedFor(2)} AS recused
     FROM inspector i WHERE i.id = ANY($1::uuid[])`,
    [ids, object ?? null],
  );
}

export interface FormVersion {
  department: string;
  version: number;
  form: Record<string, unknown>;
  enteredBy: string | null;
  enteredAt: Date;
  reason: string | null;
}

/** Every version of every department's form of a visit, newest first. */
export async function formVersions(dataSource: DataSource, visit: string): Promise<FormVersion[]> {
  return dataSource.query(
    `SELECT v.department, v.version, v.form, a.name AS "enteredBy", v.entered_at AS "enteredAt", v.reason
     FROM result_version v LEFT JOIN account a ON a.id::text = v.entered_by WHERE v.visit_id = $1 ORDER BY v.department, v.version DESC`,
    [visit],
  );
}

/** Names of items by code, in the newest version. */
export async function itemNames(dataSource: DataSource, codes: string[]): Promise<Record<string, string>> {
  const rows: { code: string; name: string }[] = await dataSource.query(
    `SELECT DISTINCT ON (item_code) item_code AS code, name FROM check_item_version WHERE item_code = ANY($1::text[]) ORDER BY item_code, version DESC`,
    [codes],
  );
  return Object.fromEntries(rows.map((row) => [row.code, row.name]));
}

/** Names of a check's items by code, in the version that the check runs under: a later renaming changes no record. */
export async function itemNamesOf(
  dataSource: DataSource,
  check: string,
  codes: string[],
): Promise<Record<string, string>> {
  const rows: { code: string; name: string }[] = await dataSource.query(
    `SELECT v.item_code AS code, v.name FROM official_case c, jsonb_to_recordset(c.state->'items') AS held(code text, version int)
       JOIN check_item_version v ON v.item_code = held.code AND v.version = held.version
     WHERE c.id = $1 AND held.code = ANY($2::text[])`,
    [check, codes],
  );
  const held = Object.fromEntries(rows.map((row) => [row.code, row.name]));
  const others = codes.filter((code) => held[code] === undefined);
  return others.length > 0 ? { ...(await itemNames(dataSource, others)), ...held } : held;
}
