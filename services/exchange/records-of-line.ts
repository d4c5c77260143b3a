import type { EntityManager } from 'typeorm';
import type { EarlierRecord } from '../../domain/exchange/inherited-record';
import type { LineKey } from './line-of';

/** What earlier messages of a line say, in the order of the acts, with the id of the record at the platform. */
export async function recordsOfLine(
  manager: EntityManager,
  { platform, line }: LineKey,
): Promise<(EarlierRecord & { recordId: string })[]> {
  return manager.query(
    `SELECT record_id AS "recordId", state, payload->>'operation' AS operation, payload->'record' AS record, corrections
     FROM outbox_message WHERE platform = $1 AND line = $2 ORDER BY number`,
    [platform, line],
  );
}
