import { systemActor } from '../../domain/actor';
import { isRequestKey } from '../../domain/request';
import type { Judged } from '../../domain/standing';
import { isDatabaseAway } from '../../db/is-away';
import { countFault, type FaultyStep } from './faults';
import { judge } from './judge';
import type { ToJudge } from './to-judge';
import type { JudgeWorld } from './judge-world';
import { keepOutcome } from './outcomes';
import { clockKey } from './source-of';
import { standingOf } from './standing-of';

/**
 * Judges, and parks at the third time what fails by a fault of its own: the person reads that it is kept and named. A
 * database that is away is waited for, however long.
 * @throws Error where it is to be tried again
 */
export async function judgeOrPark(world: JudgeWorld, asked: ToJudge, onProgress: () => void): Promise<Judged> {
  try {
    return await judge(world, asked, onProgress);
  } catch (failure) {
    if (isDatabaseAway(failure)) throw failure;
    const message = failure instanceof Error ? failure.message : String(failure);
    const { dataSource } = world;
    if (!(await countFault(dataSource, await faultOf(world, asked), message))) throw failure;
    if (asked.key !== clockKey)
      await keepOutcome(dataSource, asked.place, asked.key, { kind: 'parked', code: 'STEP_PARKED' });
    return { verdict: 'parked', standing: await standingOf(dataSource, world, asked.place) };
  }
}

async function faultOf({ dataSource }: JudgeWorld, { place, key }: ToJudge): Promise<FaultyStep> {
  const requests: { act: string; account: string; department: string }[] = isRequestKey(key)
    ? await dataSource.query(
        `SELECT act, account, body::jsonb->'actor'->>'department' AS department FROM act_request WHERE key = $1`,
        [key],
      )
    : [];
  const [request] = requests;
  if (request)
    return { caseId: place, key, step: request.act, account: request.account, department: request.department };
  const cases: { lead: string }[] = await dataSource.query(
    'SELECT lead_department AS lead FROM official_case WHERE id = $1',
    [place],
  );
  const { account, department } = systemActor;
  return { caseId: place, key, step: key, account, department: cases[0]?.lead ?? department };
}
