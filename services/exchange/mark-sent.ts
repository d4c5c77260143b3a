import type { EntityManager } from 'typeorm';
import type { Receipt } from '../../domain/exchange/message';

/** The platform holds the record: the message is sent, and its case is to be told. One that is sent already stays as it is. */
export async function markSent(manager: EntityManager, id: string, receipt: Receipt): Promise<'sent'> {
  await manager.query(
    `UPDATE outbox_message SET state = 'sent', receipt = $2, sent_at = clock_timestamp(), next_attempt_at = NULL, claim = NULL,
       last_error_code = NULL, last_error = NULL, perhaps_taken = false, told_at = NULL, version = version + 1
     WHERE id = $1 AND state <> 'sent'`,
    [id, JSON.stringify(receipt)],
  );
  return 'sent';
}
