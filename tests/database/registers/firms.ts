import type { ObjectEdit } from '../../../domain/registers/object-edit';
import { editObject } from '../../../services/registers/edit-object';
import { commandOf } from './at-the-desk';
import { withRows } from './case-files';
import type { OpenCounty } from './open-county';

/** A firm's row of a file of objects. */
export const row = (no: number, name: string, code: string, address = '测例路1号'): string =>
  `${no},${name},${code},企业,测试甲,0518-00000001,灌云县伊山镇${address},伊山镇,6210,2019-03-05,在业,B,`;

/** A file of objects with these rows. */
export const firms = (...rows: string[]): Buffer => withRows('03a-first.csv', ...rows);

/** What a test does with the firms of its county. */
export const firmsIn = (county: () => OpenCounty) => {
  const query = <T>(sql: string, parameters: unknown[] = []) =>
    county().dataSource.query(sql, parameters) as Promise<T[]>;

  const found = async (code: string) => {
    const [firm] = await query<{ id: string; version: number; name: string }>(
      'SELECT id, version, name FROM check_object WHERE uscc = $1 OR registration_no = $1',
      [code],
    );
    if (!firm) throw new Error(`no firm ${code}`);
    return firm;
  };

  const edit = async (code: string, values: ObjectEdit, affirmed?: boolean) => {
    const { id, version } = await found(code);
    const command = await commandOf(county(), 'office-handler');
    return editObject(county().dataSource, { ...command, id, version, cause: 'amended', values, affirmed });
  };

  /** A visit of a firm as its row stands. */
  const visitOf = (id: string, object: string) =>
    query(
      `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, lead_department, opened_at, version, subject_id)
       VALUES ($1, 'noticed', false, '{SCJG}', '{SCJG}', now(), '{}', 'visit', $2, $2, 'SCJG', now(), 1, $3)`,
      [id, id.split('/')[1], object],
    );

  return { query, found, edit, visitOf };
};
