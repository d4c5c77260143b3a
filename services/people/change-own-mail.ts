import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { writeMail } from '../mail/write-mail';
import { appendEntry } from '../entries/append-entry';

const codeDigits = 8;
const codeLivesMs = 24 * 3_600_000;

/** Switches a person's mails on, to an address of theirs, or off; the log keeps that it was done, never the address. */
export async function changeOwnMail(
  dataSource: DataSource,
  change: { actor: Actor; at: Date; submission: string; wish: { address: string; digest: boolean } | undefined },
): Promise<void> {
  const { actor, at, submission, wish } = change;
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  await dataSource.transaction(async (manager) => {
    if (wish)
      await manager.query(
        `INSERT INTO account_mail AS m (account, address, digest, since, code, code_until) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (account) DO UPDATE SET address = EXCLUDED.address, digest = EXCLUDED.digest, since = EXCLUDED.since,
           confirmed_at = CASE WHEN m.address = EXCLUDED.address THEN m.confirmed_at END, code = EXCLUDED.code, code_until = EXCLUDED.code_until, code_tries = 0`,
        [actor.account, wish.address, wish.digest, at, code, new Date(at.getTime() + codeLivesMs)],
      );
    const [kept] = wish
      ? await manager.query<{ confirmed: boolean }[]>(
          'SELECT confirmed_at IS NOT NULL AS confirmed FROM account_mail WHERE account = $1',
          [actor.account],
        )
      : [];
    // The address is nobody's until its owner answers; the number goes there and nowhere else.
    if (kept && !kept.confirmed)
      await writeMail(manager, {
        template: 'confirm',
        words: { code },
        key: `confirm/${submission}`,
        accounts: [actor.account],
        at,
      });
    if (!wish) await manager.query('DELETE FROM account_mail WHERE account = $1', [actor.account]);
    await appendEntry(manager, {
      act: 'account.changeMail',
      actor,
      at,
      subject: { kind: 'account', id: actor.account },
      submission,
    });
  });
}
