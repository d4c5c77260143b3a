import { yearOf } from '../domain/calendar/iso-day';
import { shanghaiDay } from '../domain/calendar/shanghai-day';
import { kindOf, findAct } from '../domain/processes';
import type { ActOutcome, ActToPerform } from '../engine/perform-act';
import { findState } from '../services/queries/cases/find-receipt';
import { mayReadCase } from '../services/queries/cases/may-read-case';
import { allocateCaseNumber } from '../services/numbers/allocate-case-number';
import type { AppWorld } from './app-world';
import { capacityFor, type Person } from './person';
import { saysOtherwise } from './same-act';

export interface PersonsAct {
  act: string;
  /** Absent where the act opens a case. */
  caseId?: string;
  input: Record<string, unknown>;
  submission: string;
}

/** Checks a person's act at the boundary and hands it to the case; the same checks are made again in the case and beside the data. */
export async function performFor(
  world: AppWorld,
  person: Person,
  request: PersonsAct,
): Promise<ActOutcome & { caseId?: string }> {
  const found = findAct(request.act);
  if (!found || found.act.byClock) return { kind: 'refused', code: 'ACT_UNKNOWN', details: { act: request.act } };
  const { act, process } = found;

  if (act.opens) {
    const { actor, obstacle } = capacityFor(person, process, act, undefined);
    if (obstacle) return { kind: 'refused', code: obstacle, details: { act: act.name } };
    const year = yearOf(shanghaiDay(world.now()));
    const placeholder = `${world.config.countyCode}-${year}-0000`;
    const tried = act.input.safeParse({ ...request.input, number: placeholder });
    if (!tried.success) return { kind: 'invalid', issues: tried.error.issues };
    const number = await allocateCaseNumber(
      world.dataSource,
      process.kind,
      world.config.countyCode,
      year,
      `${person.account}/${request.submission}`,
    );
    const caseId = `${process.kind}/${number}`;
    const input = { ...request.input, number };
    return performOnce(
      world,
      { act: act.name, caseId, actor, input, submission: request.submission },
      act.input.parse(input),
    );
  }

  const caseId = request.caseId ?? '';
  const state = kindOf(caseId) === process.kind ? await findState(world.dataSource, caseId) : undefined;
  if (!state || !(await mayReadCase(world.dataSource, person, caseId)))
    return { kind: 'refused', code: 'CASE_UNKNOWN', details: { case: caseId } };
  const { actor, obstacle } = capacityFor(person, process, act, state);
  if (obstacle === 'NOT_ENTITLED') return { kind: 'refused', code: obstacle, details: { act: act.name } };
  const parsed = act.input.safeParse(request.input);
  if (!parsed.success) return { kind: 'invalid', issues: parsed.error.issues };
  // Other obstacles are left to the case: a repeated post of an act that was done must find its receipt, not a wrong stage.
  return performOnce(
    world,
    { act: act.name, caseId, actor, input: request.input, submission: request.submission },
    parsed.data,
  );
}

/** Hands an act on; one that was recorded before must say what it said then. */
async function performOnce(
  world: AppWorld,
  act: ActToPerform,
  read: Record<string, unknown>,
): Promise<ActOutcome & { caseId: string }> {
  const { caseId } = act;
  const outcome = await world.perform(act);
  const repeated = outcome.kind === 'done' && outcome.repeated;
  if (repeated && (await saysOtherwise(world, { ...act, account: act.actor.account, input: read })))
    return { kind: 'refused', code: 'KEY_USED_OTHERWISE', details: {}, caseId };
  return { ...outcome, caseId };
}
