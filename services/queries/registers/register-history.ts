import type { DataSource } from 'typeorm';

export interface RegisterChangeLine {
  version: number;
  at: Date;
  actor: string;
  actorName: string | null;
  cause: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * All that changed in a row, newest first. Who may read the row is the caller's to check.
 * @param register object, inspector, item, department, account, setting or calendar
 */
export async function registerHistory(
  dataSource: DataSource,
  register: string,
  id: string,
): Promise<RegisterChangeLine[]> {
  return dataSource.query(
    `SELECT c.version, c.at, c.actor, p.name AS "actorName", c.cause, a.reason, c.before, c.after
     FROM register_change c JOIN acts a ON a.id = c.act_id LEFT JOIN account p ON p.id::text = c.actor
     WHERE c.register = $1 AND c.subject_id = $2 ORDER BY c.id DESC`,
    [register, id],
  );
}
