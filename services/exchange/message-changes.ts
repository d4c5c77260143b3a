import type { Queryable } from '../../db/queryable';
import type { Changed } from '../queries/cases/changed-since';
import { foldedChanges } from '../queries/folded-changes';
import type { OutboxMessageRow } from './message-row';

/**
 * What became of a message since a person read it parked: its state, and what others supplied of the record, by whom and
 * when. Who may act on the message may read it.
 * @param asked `seen`: the version that the person had before them; `submission`: of the act itself, which counts for nothing
 */
export async function messageChanges(
  database: Queryable,
  message: Pick<OutboxMessageRow, 'id' | 'state' | 'subjectId' | 'createdAt'>,
  { seen, submission }: { seen: number; submission: string },
): Promise<Changed[]> {
  const acts: {
    fields: Record<string, unknown> | null;
    before: Record<string, unknown> | null;
    by: string | null;
    at: Date;
  }[] = await database.query(
    `SELECT a.detail->'fields' AS fields, a.detail->'before' AS before, p.name AS by, a.at
       FROM acts a LEFT JOIN account p ON p.id::text = a.account
       WHERE a.subject_id = $1 AND a.detail->>'message' = $2 AND (a.detail->>'version')::int >= $3 AND a.submission <> $4 ORDER BY a.id`,
    [message.subjectId, message.id, seen, submission],
  );
  const changed = foldedChanges(
    acts.flatMap(({ fields, before, by, at }) =>
      Object.entries(fields ?? {}).map(([field, is]) => ({
        field,
        was: before?.[field] ?? null,
        is,
        by,
        at: at.toISOString(),
      })),
    ),
  );
  if (message.state === 'parked') return changed;
  // The queue moves a message, too: then nobody did.
  const [attempts]: { at: Date | null }[] = await database.query(
    'SELECT max(at) AS at FROM outbox_attempt WHERE message_id = $1',
    [message.id],
  );
  const last = acts.at(-1);
  const at = last?.at ?? attempts?.at ?? new Date(message.createdAt);
  const moved = { field: 'state', was: 'parked', is: message.state, by: last?.by ?? null, at: at.toISOString() };
  return [...changed.filter(({ field }) => field !== 'state'), moved];
}
