import type { DataSource } from 'typeorm';

/** How long a taker that died keeps a message from the next one. */
const leaseSeconds = 300;

export interface DueRequest {
  platform: string;
  limit: number;
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
 * Takes the messages whose time has come, oldest first, and counts the attempt. A message whose taker never reported
 * comes back when its lease ends.
 */
export async function takeDue(dataSource: DataSource, request: DueRequest): Promise<TakenMessage[]> {
  return dataSource.transaction(async (manager) => {
    const mine: TakenMessage[] = await manager.query(
      `SELECT id, key, subject_id AS "subjectId", attempts AS attempt FROM outbox_message
       WHERE platform = $1 AND state = 'sending' AND claim = $2 ORDER BY number`,
      [request.platform, request.claim],
    );
    if (mine.length > 0) return mine;
    const [taken]: [TakenMessage[], number] = await manager.query(
      `UPDATE outbox_message m SET state = 'sending', attempts = m.attempts + 1, claim = $3, version = m.version + 1,
         next_attempt_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
       FROM (SELECT id FROM outbox_message
             WHERE platform = $1 AND state IN ('queued', 'sending') AND next_attempt_at <= clock_timestamp()
             ORDER BY next_attempt_at, number LIMIT $2 FOR UPDATE SKIP LOCKED) due
       WHERE m.id = due.id
       RETURNING m.id, m.key, m.subject_id AS "subjectId", m.attempts AS attempt`,
      [request.platform, request.limit, request.claim],
    );
    return taken;
  });
}
