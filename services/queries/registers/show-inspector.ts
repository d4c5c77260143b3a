import type { DataSource } from 'typeorm';
import type { Certificate } from '../../../domain/registers/certificate';
import { readsCases, seesAll, type Reader } from '../cases/may-read-case';
import { registerHistory, type RegisterChangeLine } from './register-history';
import { availableOn } from './inspector-availability';

export interface InspectorView {
  id: string;
  version: number;
  department: string;
  staffNo: string;
  name: string;
  unit: string;
  postClass: string;
  certificates: Certificate[];
  qualifications: string[];
  specialisms: string[];
  areas: string[];
  dutyStatus: string;
  available: boolean;
  recusals: { object: string; name: string; uscc: string | null; reason: string }[];
  /** Names among the recusals that told no single firm and wait for a person. */
  recusalNames: { id: string; given: string; cause: 'several' | 'unknown'; since: Date }[];
  history: RegisterChangeLine[];
}

/** An inspector with recusals and history, for the own department, the office and supervisors. */
export async function showInspector(
  dataSource: DataSource,
  reader: Reader,
  id: string,
  today: string,
): Promise<InspectorView | undefined> {
  if (!readsCases(reader)) return undefined;
  const rows: Omit<InspectorView, 'recusals' | 'recusalNames' | 'history'>[] = await dataSource.query(
    `SELECT i.id, i.version, i.department, i.staff_no AS "staffNo", i.name, i.unit, i.post_class AS "postClass", i.certificates, i.qualifications,
       i.specialisms, i.areas, i.duty_status AS "dutyStatus", ${availableOn(2)} AS available FROM inspector i WHERE i.id::text = $1`,
    [id, today],
  );
  const found = rows[0];
  if (!found || (!seesAll(reader) && found.department !== reader.department)) return undefined;
  const recusals: InspectorView['recusals'] = await dataSource.query(
    'SELECT r.object_id AS object, o.name, o.uscc, r.reason FROM recusal r JOIN check_object o ON o.id = r.object_id WHERE r.inspector_id = $1 ORDER BY o.name',
    [found.id],
  );
  const recusalNames: InspectorView['recusalNames'] = await dataSource.query(
    'SELECT id, given, cause, since FROM recusal_name WHERE inspector_id = $1 AND resolved_at IS NULL ORDER BY since, given',
    [found.id],
  );
  return { ...found, recusals, recusalNames, history: await registerHistory(dataSource, 'inspector', found.id) };
}
