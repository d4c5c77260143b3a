import type { DataSource } from 'typeorm';
import { every, sql, type Sql } from '../../../db/sql';
import { uuidOrNull } from '../../../db/uuid-or-null';
import type { Preparations } from '../../../domain/preparations';
import { objectsOfPool, poolInspectors } from '../../draw/pool-rows';
import type { OrderedList, Placed } from '../ordered-list';

export interface LeftOutLine {
  name: string;
  /** Credit code, or the registration number of who has none. */
  code: string | null;
  reason: string;
}

const place = /^([0-9a-f-]{36})-([A-Za-z]{1,40})-([^]+)$/;

/** Objects of the scope that a frozen batch left out, each with the reason; by reason and name. */
export function leftOutObjects(batch: string, reason?: string): OrderedList<LeftOutLine & Placed> {
  return leftOut(
    sql`batch b JOIN batch_object m ON m.pool = b.pool AND m.exclusion IS NOT NULL JOIN check_object o ON o.id = m.object_id`,
    [sql`b.number = ${batch}`],
    reason,
  );
}

/** Objects that a freeze would leave out of the register as it stands now. */
export function wouldBeLeftOut(
  { scheme, check }: Pick<Preparations['freezePool'], 'scheme' | 'check'>,
  reason?: string,
): OrderedList<LeftOutLine & Placed> {
  return leftOut(
    sql`(${objectsOfPool(scheme, check)}) m JOIN check_object o ON o.id = m.id`,
    [sql`m.exclusion IS NOT NULL`],
    reason,
  );
}

function leftOut(from: Sql, conditions: Sql[], reason: string | undefined): OrderedList<LeftOutLine & Placed> {
  return {
    columns: sql`o.id || '-' || m.exclusion || '-' || o.name AS place, o.name, COALESCE(o.uscc, o.registration_no) AS code, m.exclusion AS reason`,
    from,
    where: every([...conditions, ...(reason ? [sql`m.exclusion = ${reason}`] : [])]),
    order: ['m.exclusion', 'o.name', 'o.id'],
    ascending: true,
    placeOf(text) {
      const [, id, exclusion, name] = place.exec(text) ?? [];
      const known = id && uuidOrNull(id);
      return known ? [sql`${exclusion}::text`, sql`${name}::text`, sql`${known}::uuid`] : undefined;
    },
  };
}

/** Officers whom a freeze would leave out as the register stands now. */
export async function officersLeftOut(
  dataSource: DataSource,
  { scheme, departments }: Pick<Preparations['freezePool'], 'scheme' | 'departments'>,
): Promise<{ name: string; staffNo: string; department: string; reason: string }[]> {
  const officers = await poolInspectors(dataSource, departments, scheme.windowTo);
  return officers.flatMap(({ name, staffNo, department, exclusion }) =>
    exclusion === null ? [] : [{ name, staffNo, department, reason: exclusion }],
  );
}

/** Officers of the units that a frozen batch left out, each with the reason. */
export async function leftOutOfficers(
  dataSource: DataSource,
  batch: string,
): Promise<{ name: string; staffNo: string; department: string; reason: string }[]> {
  return dataSource.query(
    `SELECT i.name, i.staff_no AS "staffNo", m.department, m.exclusion AS reason
     FROM batch b JOIN batch_inspector m ON m.pool = b.pool AND m.exclusion IS NOT NULL JOIN inspector i ON i.id = m.inspector_id
     WHERE b.number = $1 ORDER BY m.department, i.staff_no`,
    [batch],
  );
}
