import { isRefused, staleness, type Act, type Decided, type Occasion } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import { yearOf } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import type { StoredOutcome } from '../../domain/outcome';
import { obstacleTo } from '../../domain/permissions/entitlement';
import { upgraded, type CaseState, type Process } from '../../domain/process';
import { Refusal } from '../../domain/refusal';
import type { Obstacle } from '../../domain/refusals/refusal-list';
import { versionSeen } from '../../domain/replaces';
import { saysTheSame } from '../../domain/request';
import { hold } from '../../db/hold';
import type { Queryable } from '../../db/queryable';
import { findFacts } from '../facts/find-facts';
import { nextCaseNumber, numberOfSubmission } from '../numbers/case-numbers';
import type { CaseRow } from './case-row';
import type { JudgeWorld } from './judge-world';
import { knownOfAttempt, type EarlierAct, type KnownOfAttempt } from './known-of-attempt';
import { requireActor } from './require-actor';

/** Obstacles that may stand there because of what somebody else did since the person looked. */
const overtakable = new Set<Obstacle>([
  'WRONG_STAGE',
  'CASE_CLOSED',
  'ALREADY_RECORDED',
  'ALREADY_ANSWERED',
  'NO_DRAFT',
  'CORRECTION_RUNNING',
]);

/** One act as it is asked for, whoever asks. */
export interface AskedAct {
  act: string;
  /** Absent where the act opens a case. */
  caseId?: string;
  actor: Actor;
  input: Record<string, unknown>;
  submission: string;
}

export type Decision =
  | {
      kind: 'decided';
      act: Act;
      process: Process;
      caseId: string;
      input: Record<string, unknown>;
      occasion: Occasion;
      outcome: Decided<CaseState>;
    }
  /** No rule that can be seen stands against it; what it prepares is not done yet. */
  | { kind: 'free'; state: CaseState; input: Record<string, unknown>; occasion: Occasion }
  | Exclude<StoredOutcome, { kind: 'parked' }>;

/**
 * What the rows know of an act on a case that is there already, for whoever asks for more in the same round trip.
 * @returns nothing for an act that opens a case or that there is not: `decideAct` asks by itself then
 */
export function knownOfAct(
  manager: Queryable,
  { rules }: Pick<JudgeWorld, 'rules'>,
  { act, caseId, submission, actor }: AskedAct,
): Promise<KnownOfAttempt> | undefined {
  const kind = rules.findAct(act)?.process.kind;
  if (kind === undefined || caseId === undefined) return undefined;
  return knownOfAttempt(manager, { kind, subject: caseId, submission, actor });
}

/**
 * Judges an act by today's rules on the rows as they stand on this connection; writes nothing.
 * @param prepared the answer of the act's preparation; without it an act that prepares is judged as far as can be seen
 * @param known what the rows know of the act, where it was asked on this connection and nothing was written since
 * @throws Refusal where the data stand against it (an account that was closed, a fact that is not there)
 */
export async function decideAct(
  manager: Queryable,
  world: JudgeWorld,
  asked: AskedAct,
  row: CaseRow | undefined,
  { prepared, known }: { prepared?: { answer: unknown }; known?: KnownOfAttempt } = {},
): Promise<Decision> {
  const found = world.rules.findAct(asked.act);
  if (!found) return { kind: 'refused', code: 'ACT_UNKNOWN', details: { act: asked.act } };
  const { act, process } = found;

  const { actor } = asked;
  const { earlier, account } = known ?? (await knownBy(manager, process.kind, asked));
  if (earlier) return sameAct(act, asked, earlier);

  const state = row && upgraded(process, row.state);
  // A case is opened under the number that its act gets, never under one that somebody names.
  if (!state && (!act.opens || asked.caseId !== undefined))
    return { kind: 'refused', code: 'CASE_UNKNOWN', details: { case: asked.caseId } };
  requireActor(actor, account);
  const obstacle = obstacleTo(process, act, state, asked.actor);
  if (obstacle) {
    // Who comes second learns that somebody was first, and not only that the stage is another.
    const overtaken =
      state && act.replaces && (versionSeen(asked.input) ?? Infinity) < act.replaces.current(state, asked.actor);
    const stale = overtaken && overtakable.has(obstacle) ? staleness(act, state, asked.actor, asked.input) : undefined;
    return {
      kind: 'refused',
      ...(stale?.refused ?? { code: obstacle, details: { stage: state?.stage, act: act.name } }),
    };
  }
  const read = act.input.safeParse(asked.input);
  if (!read.success) return { kind: 'invalid', issues: read.error.issues };

  const occasion = await occasionOf(manager, world, process, act, asked);
  if (state && act.alone) await hold(manager, act.alone(state, actor));
  if (act.prepares && !prepared) return { kind: 'free', state: state as CaseState, input: read.data, occasion };
  const facts = await findFacts(manager, act.facts(state as CaseState, read.data, asked.actor, occasion));
  const answers = prepared ? { ...facts, prepared: prepared.answer } : facts;
  const outcome = act.decide(state as CaseState, read.data, asked.actor, occasion, answers);
  if (isRefused(outcome)) return { kind: 'refused', ...outcome.refused };
  const next = { ...outcome.next, v: process.version };
  return { kind: 'decided', act, process, caseId: next.id, input: read.data, occasion, outcome: { ...outcome, next } };
}

async function knownBy(manager: Queryable, kind: string, { caseId, actor, submission }: AskedAct) {
  const subject = caseId ?? (await numberOfSubmission(manager, kind, actor.account, submission));
  return knownOfAttempt(manager, { kind, subject, submission, actor });
}

async function occasionOf(
  manager: Queryable,
  world: JudgeWorld,
  process: Process,
  act: Act,
  { submission }: AskedAct,
): Promise<Occasion> {
  const at = world.now();
  const occasion: Occasion = { at: at.toISOString(), today: shanghaiDay(at.getTime()), submission };
  if (!act.opens) return occasion;
  return { ...occasion, number: await nextCaseNumber(manager, process, world.countyCode, yearOf(occasion.today)) };
}

function sameAct(act: Act, asked: AskedAct, earlier: EarlierAct): Decision {
  const { caseId, number, stage, at } = earlier;
  const said = earlier.detail?.input;
  const read = act.input.safeParse(asked.input);
  const same =
    earlier.act === asked.act &&
    earlier.account === asked.actor.account &&
    (said === undefined || (read.success && saysTheSame(said, read.data)));
  if (!same) return { kind: 'refused', code: 'KEY_USED_OTHERWISE', details: {} };
  return { kind: 'done', receipt: { caseId, number, stage, at: new Date(at).toISOString() }, repeated: true };
}

/** A refusal by the data is an outcome like one by the rule. */
export function refusalAsOutcome(failure: unknown): Extract<StoredOutcome, { kind: 'refused' }> {
  if (!(failure instanceof Refusal)) throw failure;
  return { kind: 'refused', code: failure.code, details: failure.details };
}
