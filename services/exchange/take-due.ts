import type { DataSource, EntityManager } from 'typeorm';

/** How long a taker that died keeps a message from the next one. */
const leaseSeconds = 300;

export interface DueRequest {
  platform: string;
  /** How many records a second the platform bears. */
  ratePerSecond: number;
  /** Who takes, unique for each taking; taking again with the same claim gives the same messages. */
  claim: string;
}

/** A message taken for one attempt. */
export interface TakenMessage {
  id: string;
  key: string;
  subjectId: string;
  attempt: number;
}

/**
 * Takes the messages whose time has come, oldest first, and counts the attempt: as many as the platform bears in a second,
 * and one alone while it fails. When it may be taken again stands in the platform's row, so that no taker is faster than
 * the others, whoever runs it. A message waits while an earlier one of its line is under way. One whose taker never
 * reported comes back when its lease ends, and may have been taken.
 */
export async function takeDue(dataSource: DataSource, request: DueRequest): Promise<TakenMessage[]> {
  const { platform, ratePerSecond, claim } = request;
  return dataSource.transaction(async (manager) => {
    const mine: TakenMessage[] = await manager.query(
      `SELECT id, key, subject_id AS "subjectId", attempts AS attempt FROM outbox_message
       WHERE platform = $1 AND state = 'sending' AND claim = $2 ORDER BY number`,
      [platform, claim],
    );
    if (mine.length > 0) return mine;
    const failures = await turnOf(manager, platform);
    if (failures === undefined) return [];
    const limit = failures > 0 ? 1 : Math.max(1, Math.floor(ratePerSecond));
    const [taken]: [TakenMessage[], number] = await manager.query(
      `UPDATE outbox_message m SET state = 'sending', attempts = m.attempts + 1, claim = $3, version = m.version + 1,
         perhaps_taken = m.perhaps_taken OR m.state = 'sending', next_attempt_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
       FROM (SELECT id FROM outbox_message d
             WHERE platform = $1 AND state IN ('queued', 'sending') AND next_attempt_at <= clock_timestamp()
               AND NOT EXISTS (SELECT 1 FROM outbox_message e WHERE e.platform = d.platform AND e.line = d.line AND e.number < d.number AND e.state IN ('queued', 'sending'))
             ORDER BY next_attempt_at, number LIMIT $2 FOR UPDATE SKIP LOCKED) due
       WHERE m.id = due.id
       RETURNING m.id, m.key, m.subject_id AS "subjectId", m.attempts AS attempt`,
      [platform, limit, claim],
    );
    await manager.query(
      `UPDATE platform_pace SET not_before = clock_timestamp() + make_interval(secs => $2) WHERE platform = $1`,
      [platform, taken.length / ratePerSecond],
    );
    return taken;
  });
}

/** The platform's failures in a row, with its row locked; nothing where it may not be taken from yet. */
async function turnOf(manager: EntityManager, platform: string): Promise<number | undefined> {
  await manager.query('INSERT INTO platform_pace (platform) VALUES ($1) ON CONFLICT DO NOTHING', [platform]);
  const rows: { failures: number; early: boolean }[] = await manager.query(
    `SELECT failures, COALESCE(not_before > clock_timestamp(), false) AS early FROM platform_pace WHERE platform = $1 FOR UPDATE`,
    [platform],
  );
  const [row] = rows;
  return row && !row.early ? row.failures : undefined;
}
