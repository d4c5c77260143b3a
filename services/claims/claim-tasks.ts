import type { DataSource, EntityManager } from 'typeorm';
import { hold } from '../../db/hold';
import { rowsOf, sql } from '../../db/sql';
import { Refusal } from '../../domain/refusal';
import { doneTogether } from '../queries/cases/to-do';

export interface TaskClaimCommand {
  /** Who says that they do it, or do it no more; of their unit, in their capacities, as the wait asks. */
  person: { account: string; department: string; capacities: readonly string[]; inspector?: string };
  act: string;
  /** One case, or every part of one that waits for the same act. */
  on: { caseId: string } | { within: string };
  at: Date;
}

/**
 * Puts a person's name on a task of their unit, in the place of whoever had it; the earlier claim is ended and stays as a
 * row. It locks nothing: whoever may do the act may do it all the same.
 * @throws Refusal ACCOUNT_NOT_ENTITLED where nothing of this waits for the person
 */
export async function claimTasks(dataSource: DataSource, command: TaskClaimCommand): Promise<void> {
  const { person, act, at } = command;
  await dataSource.transaction(async (manager) => {
    const cases = await awaited(manager, command);
    if (cases.length === 0) throw new Refusal('ACCOUNT_NOT_ENTITLED');
    await end(manager, command, cases, { but: person.account });
    await manager.query(
      `INSERT INTO task_claim (case_id, act, department, account, since)
       SELECT c, $2, $3, $4, $5 FROM unnest($1::text[]) c ON CONFLICT (case_id, act, department) WHERE ended_at IS NULL DO NOTHING`,
      [cases, act, person.department, person.account, at],
    );
  });
}

/** Takes a person's own name from a task; nobody else's. */
export async function releaseTasks(dataSource: DataSource, command: TaskClaimCommand): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await end(manager, command, await awaited(manager, command), { only: command.person.account });
  });
}

/** The cases on which this waits for the person, with claims on them kept still until the end of the transaction. */
async function awaited(manager: EntityManager, { person, act, on }: TaskClaimCommand): Promise<string[]> {
  await hold(manager, `claim ${act} ${person.department}`);
  const those =
    'caseId' in on
      ? sql`c.id = ${on.caseId}`
      : sql`split_part(c.parent_id, '/', 2) = ${on.within} AND c.kind = ANY(${[...doneTogether]}::text[])`;
  const rows = await rowsOf<{ id: string }>(
    manager,
    sql`SELECT DISTINCT w.case_id AS id FROM case_waiting w JOIN official_case c ON c.id = w.case_id
     WHERE w.act = ${act} AND w.department = ${person.department} AND w.capacity = ANY(${[...person.capacities]}::text[])
       AND (w.officer IS NULL OR w.officer = ${person.inspector ?? null}) AND ${those} ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
}

/** Ends what stands on these cases: claims of others, claims of one person, and what outlived its wait. */
async function end(
  manager: EntityManager,
  { person, act, at }: TaskClaimCommand,
  cases: readonly string[],
  whose: { but: string } | { only: string },
): Promise<void> {
  const [own, others] = 'only' in whose ? [whose.only, null] : [null, whose.but];
  await manager.query(
    `UPDATE task_claim k SET ended_at = $4, ended_by = $5
     WHERE k.case_id = ANY($1::text[]) AND k.act = $2 AND k.department = $3 AND k.ended_at IS NULL
       AND ($6::uuid IS NULL OR k.account = $6) AND ($7::uuid IS NULL OR k.account <> $7
         OR k.since < (SELECT max(w.since) FROM case_waiting w WHERE w.case_id = k.case_id AND w.act = k.act AND w.department = k.department))`,
    [cases, act, person.department, at, person.account, own, others],
  );
}
