import type { DataSource } from 'typeorm';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { appendEntry } from '../entries/append-entry';
import { requireAccount } from '../people/require-account';
import type { RegisterCommand } from '../registers/register-command';

/**
 * Takes note of all that came past the web until a moment: it leaves the lists of work, and what comes later is new.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED
 */
export async function noteStrays(
  dataSource: DataSource,
  { actor, at, submission, until }: RegisterCommand & { until: Date },
): Promise<void> {
  requireRegisterAct('stray.note', actor);
  await dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const unseen: { day: string; place: string; count: number }[] = await manager.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, place, count FROM stray_request
       WHERE last_at <= $1 AND (seen_at IS NULL OR seen_at < last_at) ORDER BY day, place FOR UPDATE`,
      [until],
    );
    if (unseen.length === 0) return;
    const { duplicate } = await appendEntry(manager, {
      act: 'stray.note',
      actor,
      at,
      subject: { kind: 'stray', id: 'all' },
      submission,
      detail: { until: until.toISOString(), strays: unseen },
    });
    if (duplicate) return;
    await manager.query(
      `UPDATE stray_request SET seen_at = $1, seen_by = $2 WHERE last_at <= $1 AND (seen_at IS NULL OR seen_at < last_at)`,
      [until, actor.account],
    );
  });
}
