import { isRefused, type Act, type Decided, type Occasion, type Refused } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import { obstacleTo } from '../../../domain/permissions/entitlement';
import type { CaseState, Process, Waiting } from '../../../domain/process';
import { processOf } from '../../../domain/processes';
import { books } from '../../../services/books';
import { withVersion } from '../../../domain/replaces';
import { answersOf, county, preparedIn, type World } from './world';

export const now: Occasion = {
  at: '2026-03-10T01:00:00.000Z',
  today: '2026-03-10',
  submission: 'submission-1',
  number: '320723-2026-L0007',
};

export type Outcome<S> = Decided<S> | Refused;

export interface Play<S extends CaseState> {
  /** What comes of an act, about the version that stands where the input names none: input read by its schema, then entitlement and stage, then the act's own rules. */
  attempt(act: Act<S>, state: S | undefined, actor: Actor, input?: unknown, world?: Partial<World>): Outcome<S>;
  /** The state after an act that must pass. */
  after(act: Act<S>, state: S | undefined, actor: Actor, input?: unknown, world?: Partial<World>): S;
  /** The whole decision of an act that must pass. */
  decision(act: Act<S>, state: S | undefined, actor: Actor, input?: unknown, world?: Partial<World>): Decided<S>;
  /** The code of the refusal; `passed` where there was none, `INVALID_INPUT` where the schema did not accept the input. */
  code(act: Act<S>, state: S | undefined, actor: Actor, input?: unknown, world?: Partial<World>): string;
}

/** Plays the acts of one process as the engine does, without the engine. */
export function playing<S extends CaseState>(process: Process<S>, occasion: Occasion = now): Play<S> {
  const attempt: Play<S>['attempt'] = (act, state, actor, said = {}, world = {}) => {
    const input = isPlain(said) ? withVersion(act, state, actor, said) : said;
    const read = act.input.safeParse(input);
    if (!read.success) return { refused: { code: 'INVALID_INPUT', details: { issues: read.error.issues } } };
    const obstacle = obstacleTo(process, act, state, actor);
    if (obstacle) return { refused: { code: obstacle, details: {} } };
    const before = JSON.stringify(state);
    const known = state as S;
    const asked = { ...county, ...world };
    const facts = {
      ...answersOf(asked, act.facts(known, read.data, actor, occasion)),
      ...preparedIn(asked, act.prepares?.(known, occasion, read.data, actor)),
    };
    const outcome = act.decide(known, read.data, actor, occasion, facts);
    if (JSON.stringify(state) !== before) throw new Error(`${act.name} changed the state that it was given.`);
    if (!isRefused(outcome)) {
      papersCanBeDrawn(act, outcome);
      comesBackNow(process, act, { before: state, after: outcome.next, at: occasion.at });
    }
    return outcome;
  };
  const decision: Play<S>['decision'] = (act, state, actor, input, world) => {
    const outcome = attempt(act, state, actor, input, world);
    if (isRefused(outcome)) throw new Error(`${act.name} was refused: ${JSON.stringify(outcome.refused)}`);
    return outcome;
  };
  return {
    attempt,
    decision,
    after: (...given) => decision(...given).next,
    code(...given) {
      const outcome = attempt(...given);
      return isRefused(outcome) ? outcome.refused.code : 'passed';
    },
  };
}

/** A paper that no book fills is queued for ever, and nobody hears of it. */
function papersCanBeDrawn<S extends CaseState>(act: Act<S>, { effects = [] }: Decided<S>): void {
  for (const effect of effects) {
    if (effect.kind !== 'issueDocument') continue;
    const { kind } = processOf(effect.subject);
    if (!books[kind].papers[effect.document])
      throw new Error(`${act.name} orders "${effect.document}", which the book of a ${kind} does not fill.`);
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whom work comes back to waits since then: by that moment they are told of it. Another officer who takes it over is not. */
function comesBackNow<S extends CaseState>(
  process: Process<S>,
  act: Act<S>,
  { before, after, at }: { before: S | undefined; after: S; at: string },
): void {
  const back = (state: S | undefined) => (state ? process.waiting(state) : []).filter(({ returned }) => returned);
  const whose = ({ act: name, department }: Waiting) => `${name} ${department}`;
  const known = new Set(back(before).map(whose));
  const dated = back(after).find((wait) => !known.has(whose(wait)) && wait.since !== at);
  if (dated) throw new Error(`${act.name} sends ${dated.act} back and has it wait since ${dated.since}.`);
}
