import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { appendEntry } from '../entries/append-entry';
import type { TokenLine } from '../queries/people/own-tokens';
import type { RegisterCommand } from '../registers/register-command';
import { endToken } from './end-token';
import { issueToken, type TokenToIssue } from './issue-token';
import { requireAccount } from './require-account';
import { uuidOrNull } from '../../db/uuid-or-null';

/**
 * Makes a token for a system's account; the security administrator's part. It is told once: the same form sent again gets none.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, NOT_FOUND, NO_MACHINE_ACCOUNT, TOKEN_TOLD
 */
export async function issueMachineToken(
  dataSource: DataSource,
  { values, ...command }: RegisterCommand & { values: TokenToIssue },
): Promise<TokenLine & { token: string }> {
  requireRegisterAct('token.issue', command.actor);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, command.actor);
    await requireMachine(manager, values.account, { active: true });
    const issued = await issueToken(manager, values);
    const { label, scope, expires } = values;
    const { duplicate } = await appendEntry(manager, {
      act: 'token.issue',
      ...entryOf(command, values.account),
      detail: { token: issued.id, label, scope, expires: expires.toISOString() },
    });
    // Thrown inside the transaction: the second token is not kept either.
    if (duplicate) throw new Refusal('TOKEN_TOLD');
    return issued;
  });
}

/**
 * Ends a token of a system's account at once; the security administrator's part.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, NOT_FOUND, NO_MACHINE_ACCOUNT
 */
export async function endMachineToken(
  dataSource: DataSource,
  { account, token, ...command }: RegisterCommand & { account: string; token: string },
): Promise<void> {
  requireRegisterAct('token.end', command.actor);
  await dataSource.transaction(async (manager) => {
    await requireAccount(manager, command.actor);
    await requireMachine(manager, account, {});
    await endToken(manager, { id: token, account, at: command.at });
    await appendEntry(manager, { act: 'token.end', ...entryOf(command, account), detail: { token } });
  });
}

const entryOf = ({ actor, at, submission }: RegisterCommand, account: string) => ({
  actor,
  at,
  submission,
  subject: { kind: 'account', id: account },
});

/** A person's tokens are the person's own: whoever held one would act in the person's name. */
async function requireMachine(manager: EntityManager, id: string, { active }: { active?: true }): Promise<void> {
  const rows: { machine: boolean; active: boolean }[] = await manager.query(
    'SELECT machine, active FROM account WHERE id = $1 FOR UPDATE',
    [uuidOrNull(id)],
  );
  const [row] = rows;
  if (!row) throw new Refusal('NOT_FOUND');
  if (!row.machine || (active && !row.active)) throw new Refusal('NO_MACHINE_ACCOUNT');
}
