import type { DataSource } from 'typeorm';

export interface LeftOutLine {
  name: string;
  /** Credit code, or the registration number of who has none. */
  code: string | null;
  reason: string;
}

/** Objects of the scope that a frozen batch left out, each with the reason; sorted by reason and name. */
export async function leftOutObjects(
  dataSource: DataSource,
  batch: string,
  { reason, page, pageSize }: { reason?: string; page: number; pageSize: number },
): Promise<{ rows: LeftOutLine[]; total: number }> {
  const from = `FROM batch b JOIN batch_object m ON m.pool = b.pool AND m.exclusion IS NOT NULL JOIN check_object o ON o.id = m.object_id
    WHERE b.number = $1 AND ($2::text IS NULL OR m.exclusion = $2)`;
  const counted: { total: number }[] = await dataSource.query(`SELECT count(*)::int AS total ${from}`, [
    batch,
    reason ?? null,
  ]);
  const rows: LeftOutLine[] = await dataSource.query(
    `SELECT o.name, COALESCE(o.uscc, o.registration_no) AS code, m.exclusion AS reason ${from} ORDER BY m.exclusion, o.name, o.id LIMIT $3 OFFSET $4`,
    [batch, reason ?? null, pageSize, (page - 1) * pageSize],
  );
  return { rows, total: counted[0]?.total ?? 0 };
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
