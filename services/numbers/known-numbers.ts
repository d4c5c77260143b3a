import type { Queryable } from '../../db/queryable';
import { yearAndSerialOf } from '../../domain/numbers';
import { processes } from '../../domain/processes';

/**
 * Notes numbers that somebody outside this database knows, so that they are never given again: after an older database was
 * put back, the engine and the messages to platforms remember cases that it does not.
 * @param ids of cases, such as `visit/320723-2026-L0007-C1-J00012`: the number that each begins with counts
 * @returns how many were not known here
 */
export async function reserveKnownNumbers(manager: Queryable, ids: readonly string[]): Promise<number> {
  const kinds = new Map(Object.values(processes).map(({ letter, kind }) => [letter, kind]));
  const known = new Map<string, { kind: string; year: number; serial: number }>();
  for (const id of ids) {
    const number = id.slice(id.indexOf('/') + 1);
    if (!/^\d{6}-\d{4}-[A-Z]\d{4}/.test(number)) continue;
    const { year, letter, serial } = yearAndSerialOf(number);
    const kind = kinds.get(letter);
    if (kind) known.set(`${kind}/${year}/${serial}`, { kind, year, serial });
  }
  if (known.size === 0) return 0;
  const rows: unknown[] = await manager.query(
    `INSERT INTO case_number (kind, year, serial, submission)
     SELECT k.kind, k.year, k.serial, 'known elsewhere/' || k.kind || '/' || k.year || '/' || k.serial
     FROM jsonb_to_recordset($1::jsonb) AS k(kind text, year integer, serial integer)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [JSON.stringify([...known.values()])],
  );
  return rows.length;
}

/** Cases that messages to outside platforms and archived histories are about. */
export async function casesKnownByMessages(manager: Queryable): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT DISTINCT subject_id AS id FROM outbox_message UNION SELECT DISTINCT workflow_id FROM run_history',
  );
  return rows.map(({ id }) => id);
}
