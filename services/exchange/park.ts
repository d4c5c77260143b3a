import type { EntityManager } from 'typeorm';

/** Puts a message aside for a person, with the code and the words of what stands against it. */
export async function park(manager: EntityManager, id: string, code: string, detail: string): Promise<'parked'> {
  await manager.query(
    `UPDATE outbox_message SET state = 'parked', last_error_code = $2, last_error = $3, next_attempt_at = NULL, claim = NULL,
       told_at = NULL, version = version + 1 WHERE id = $1`,
    [id, code, detail],
  );
  return 'parked';
}
