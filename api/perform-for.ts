import { yearOf } from '../domain/calendar/iso-day';
import { shanghaiDay } from '../domain/calendar/shanghai-day';
import { kindOf, findAct } from '../domain/processes';
import type { ActOutcome } from '../engine/perform-act';
import { findState } from '../services/queries/cases/find-receipt';
import { mayReadCase } from '../services/queries/cases/may-read-case';
import { allocateCaseNumber } from '../services/registers/allocate-case-number';
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
export async function performFor(world: AppWorld, person: Person, request: PersonsAct): Promise<ActOutcome & { caseId?: string }> {
  const found = findAct(request.act);
  if (!found || found.act.hidden) return { kind: 'refused', code: 'ACT_UNKNOWN', details: { act: request.act } };
  const { act, process } = found;

  if (act.opens) {
    const { actor, obstacle } = capacityFor(person, process, act, undefined);
    if (obstacle) return { kind: 'refused', code: obstacle, details: { act: act.name } };
    const year = yearOf(shanghaiDay(world.now()));
    const placeholder = `${world.config.countyCode}-${year}-0000`;
    const tried = act.input.safeParse({ ...request.input, number: placeholder });
    if (!tried.success) return { kind: 'invalid', issues: tried.error.issues };
    const number = await allocateCaseNumber(world.dataSource, process.kind, world.config.countyCode, year, `${person.account}/${request.submission}`);
    const caseId = `${process.kind}/${number}`;
    const opening = { caseId, submission: request.submission, account: person.account, act: act.name, input: act.input.parse({ ...request.input, number }) };
    if (await saysOtherwise(world, opening)) return { kind: 'refused', code: 'KEY_USED_OTHERWISE', details: {}, caseId };
    const outcome = await world.perform({ act: act.name, caseId, actor, input: { ...request.input, number }, submission: request.submission });
    return { ...outcome, caseId };
  }

  const caseId = request.caseId ?? '';
  const state = kindOf(caseId) === process.kind ? await findState(world.dataSource, caseId) : undefined;
  if (!state || !(await mayReadCase(world.dataSource, person, caseId))) return { kind: 'refused', code: 'CASE_UNKNOWN', details: { case: caseId } };
  const { actor, obstacle } = capacityFor(person, process, act, state);
  if (obstacle === 'NOT_ENTITLED') return { kind: 'refused', code: obstacle, details: { act: act.name } };
  const parsed = act.input.safeParse(request.input);
  if (!parsed.success) return { kind: 'invalid', issues: parsed.error.issues };
  const sent = { caseId, submission: request.submission, account: person.account, act: act.name, input: parsed.data };
  if (await saysOtherwise(world, sent)) return { kind: 'refused', code: 'KEY_USED_OTHERWISE', details: {}, caseId };
  // Other obstacles are left to the case: a repeated post of an act that was done must find its receipt, not a wrong stage.
  return { ...(await world.perform({ act: act.name, caseId, actor, input: request.input, submission: request.submission })), caseId };
}
