import type { Queryable } from '../../db/queryable';
import { hold } from '../../db/hold';
import { caseNumber, yearAndSerialOf } from '../../domain/numbers';
import type { Process } from '../../domain/process';

type NumberedKind = Pick<Process, 'kind' | 'letter'>;

/**
 * The number that the next case of a kind gets this year. It is taken with the act that opens the case, in the same
 * transaction: a refused act uses up none. Whoever comes at the same moment waits in `takeCaseNumber`.
 * @param county six digits of GB/T 2260
 */
export async function nextCaseNumber(
  manager: Queryable,
  { kind, letter }: NumberedKind,
  county: string,
  year: number,
): Promise<string> {
  const rows: { serial: number }[] = await manager.query(
    'SELECT COALESCE(max(serial), 0) + 1 AS serial FROM case_number WHERE kind = $1 AND year = $2',
    [kind, year],
  );
  return caseNumber(county, year, letter, rows[0]?.serial ?? 1);
}

/** Holds the numbers of a kind until the transaction ends: only one act at a time may take the next. */
export async function holdCaseNumbers(manager: Queryable, kind: string): Promise<void> {
  await hold(manager, `number/${kind}`);
}

/** Notes that a number is given out, for ever, to this submission of this account. */
export async function takeCaseNumber(
  manager: Queryable,
  kind: string,
  number: string,
  submission: string,
): Promise<void> {
  const { year, serial } = yearAndSerialOf(number);
  await manager.query('INSERT INTO case_number (kind, year, serial, submission) VALUES ($1, $2, $3, $4)', [
    kind,
    year,
    serial,
    submission,
  ]);
}

/** The case that an account's submission opened, if it opened one. */
export async function numberOfSubmission(
  manager: Queryable,
  kind: string,
  account: string,
  submission: string,
): Promise<string | undefined> {
  const rows: { id: string }[] = await manager.query(
    `SELECT a.subject_id AS id FROM case_number n JOIN acts a ON a.subject_kind = n.kind AND a.submission = $3 AND a.account = $4
     WHERE n.kind = $1 AND n.submission = $2`,
    [kind, openingSubmission(account, submission), submission, account],
  );
  return rows[0]?.id;
}

/** Names an opening over all accounts: two people may send the same submission. */
export function openingSubmission(account: string, submission: string): string {
  return `${account}/${submission}`;
}
