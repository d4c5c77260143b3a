import { randomUUID } from 'node:crypto';
import type { Actor, Capacity } from '../../../domain/actor';
import { now, type OpenCounty } from './open-county';

/** What a call that a rule stands against is rejected with. */
export const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

/** A person of the county in their first capacity. */
export async function actorOf(county: OpenCounty, username: string): Promise<Actor> {
  const rows: { id: string; department: string; capacities: Capacity[] }[] = await county.dataSource.query(
    'SELECT id, department, capacities FROM account WHERE username = $1',
    [username],
  );
  const row = rows[0];
  if (!row?.capacities[0]) throw new Error(`no account ${username}`);
  return { account: row.id, department: row.department, capacity: row.capacities[0] };
}

/** A person's command on a register, with a reason. */
export async function commandOf(county: OpenCounty, username: string) {
  return { actor: await actorOf(county, username), at: now, submission: randomUUID(), reason: '核对登记信息' };
}

/** How many entries stand under a subject. */
export async function actsOf(county: OpenCounty, subject: string): Promise<number | undefined> {
  const rows: { n: number }[] = await county.dataSource.query(
    'SELECT count(*)::int AS n FROM acts WHERE subject_id = $1',
    [subject],
  );
  return rows[0]?.n;
}
