import type { DataSource } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { appendEntry } from '../entries/append-entry';

/** Switches a person's mails on, to an address of theirs, or off; the log keeps that it was done, never the address. */
export async function changeOwnMail(
  dataSource: DataSource,
  change: { actor: Actor; at: Date; submission: string; wish: { address: string; digest: boolean } | undefined },
): Promise<void> {
  const { actor, at, submission, wish } = change;
  await dataSource.transaction(async (manager) => {
    if (wish)
      await manager.query(
        `INSERT INTO account_mail (account, address, digest, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account) DO UPDATE SET address = EXCLUDED.address, digest = EXCLUDED.digest, since = EXCLUDED.since`,
        [actor.account, wish.address, wish.digest, at],
      );
    else await manager.query('DELETE FROM account_mail WHERE account = $1', [actor.account]);
    await appendEntry(manager, {
      act: 'account.changeMail',
      actor,
      at,
      subject: { kind: 'account', id: actor.account },
      submission,
    });
  });
}
