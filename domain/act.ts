import type { z } from 'zod';
import type { Actor, Capacity } from './actor';
import type { Effect } from './effects';
import type { OutboxRequest } from './exchange/message';
import type { Answers, FactQuestion } from './facts';
import type { Preparation, Prepared } from './preparations';
import { seenVersion, versionSeen, type Replaces } from './replaces';
import type { CaseState, Relation } from './case-state';
import type { GivenDetails, Obstacle, RefusalCode, RefusalDetails } from './refusals/refusal-list';

/** One way to be entitled: this capacity, in a unit that stands to the case in this relation. */
export interface Entitlement {
  capacity: Capacity;
  as: Relation;
}

/** The moment of an act, fixed by whoever judges and never by the rule: `at` in UTC with milliseconds, `today` in Asia/Shanghai. */
export interface Occasion {
  at: string;
  today: string;
  submission: string;
  /** Number of the case that the act opens; given in the act's own transaction, so that a refused act uses up none. */
  number?: string;
}

export interface Refused {
  refused: { code: RefusalCode; details: RefusalDetails };
}

/** What acts hand to the database beside the state, by what it is: nothing is guessed from its shape. */
export interface ActContent {
  /** One version of a department's record form. */
  recordForm?: { department: string; version: number; form: Record<string, unknown> };
  /** An officer who was replaced before the entry, as the bundle's list of replacements will tell it. */
  replacement?: { department: string; out: string; in: string; reason: string };
  /** A recusal that came up in a case and belongs into the register; `officer` and `object` are register ids. */
  recusal?: { officer: string; object: string; reason: string };
}

export interface Decided<S> {
  next: S;
  effects?: Effect[];
  outbox?: OutboxRequest[];
  /** Long content of the act that is kept in the database and never in the state. */
  content?: ActContent;
  reason?: string;
  attachments?: string[];
}

/**
 * An official act as one value. The workflow's update, the web form, the API operation, the access matrix,
 * the button on the case page and the line in the timeline are all made from it.
 */
export interface Act<S extends CaseState = CaseState> {
  name: string;
  /** Stages in which the act is legal; an act that opens a case has none. */
  stages: readonly string[];
  by: readonly Entitlement[];
  input: z.ZodObject;
  opens: boolean;
  /** Done by the clock or by another case alone: it has no button and no operation, and does not exist for whoever asks for it. */
  byClock: boolean;
  /** May be done on a case that is closed: the case's workflow is then started again from its last state. */
  reopens: boolean;
  /** Whoever does it answers for what stands in the case: that a person had it before them is recorded, and asked for. */
  reads: boolean;
  /**
   * What the act replaces or rests on that another may have changed meanwhile: its version stands in the input, and an
   * older one is refused as STALE_VERSION.
   */
  replaces?: Replaces<S> | undefined;
  /** The stage that counts for this act and actor: of the case, or of the actor's own department's result. */
  stageOf(state: S, actor: Actor): string;
  /**
   * What may be there once for its subject and is there already. It is asked before the stage, so that whoever comes second
   * learns what runs, and not only that the stage is another.
   */
  once(state: S, actor: Actor): Obstacle | undefined;
  /** Further conditions that can be seen from the state alone; the code of the refusal, or nothing. */
  obstacle(state: S, actor: Actor): Obstacle | undefined;
  /** By this name acts on several cases are judged one after the other, where one may stand against another. */
  alone?(state: S, actor: Actor): string;
  /**
   * Long or writing work that is done before the act is judged; nothing reads what it wrote before the act's transaction
   * names it. Its answer reaches `decide` among the facts, as `prepared`.
   */
  prepares?(state: S, occasion: Occasion, input: unknown, actor: Actor): Preparation;
  /** Questions to the registers and to other cases; they never write. */
  facts(state: S, input: unknown, actor: Actor, occasion: Occasion): Record<string, FactQuestion>;
  decide(state: S, input: unknown, actor: Actor, occasion: Occasion, facts: unknown): Decided<S> | Refused;
}

interface ActDefinition<
  S extends CaseState,
  I extends z.ZodObject,
  Q extends Record<string, FactQuestion>,
  P extends Preparation,
> {
  name: string;
  stages: readonly string[];
  by: readonly Entitlement[];
  input: I;
  opens?: boolean;
  byClock?: boolean;
  reopens?: boolean;
  reads?: boolean;
  /** Gives the input its `version`, and refuses an older one before the act's own rules are asked. */
  replaces?: Replaces<S>;
  stageOf?(state: S, actor: Actor): string;
  once?(state: S, actor: Actor): Obstacle | undefined;
  obstacle?(state: S, actor: Actor): Obstacle | undefined;
  alone?(state: S, actor: Actor): string;
  prepares?(state: S, occasion: Occasion, input: z.infer<I>, actor: Actor): P;
  facts?(state: S, input: z.infer<I>, actor: Actor, occasion: Occasion): Q;
  decide(
    state: S,
    input: z.infer<I>,
    actor: Actor,
    occasion: Occasion,
    facts: Answers<Q> & Prepared<P>,
  ): Decided<S> | Refused;
}

/** Makes an act of its definition; the input reaches `decide` only after its schema has accepted it. */
export function defineAct<S extends CaseState>() {
  return <
    I extends z.ZodObject,
    Q extends Record<string, FactQuestion> = Record<never, never>,
    P extends Preparation = never,
  >(
    definition: ActDefinition<S, I, Q, P>,
  ): Act<S> => ({
    name: definition.name,
    stages: definition.stages,
    by: definition.by,
    input: definition.replaces ? definition.input.extend({ version: seenVersion }) : definition.input,
    replaces: definition.replaces,
    opens: definition.opens ?? false,
    byClock: definition.byClock ?? false,
    reopens: definition.reopens ?? false,
    reads: definition.reads ?? false,
    stageOf: (state, actor) => definition.stageOf?.(state, actor) ?? state.stage,
    once: (state, actor) => definition.once?.(state, actor),
    obstacle: (state, actor) => definition.obstacle?.(state, actor),
    alone: definition.alone && ((state, actor) => definition.alone?.(state, actor) ?? ''),
    prepares:
      definition.prepares &&
      ((state, occasion, input, actor) => definition.prepares?.(state, occasion, input as z.infer<I>, actor) as P),
    facts: (state, input, actor, occasion) => definition.facts?.(state, input as z.infer<I>, actor, occasion) ?? {},
    decide: (state, input, actor, occasion, facts) =>
      staleness(definition, state, actor, input) ??
      definition.decide(state, said<I>(definition, input), actor, occasion, facts as Answers<Q> & Prepared<P>),
  });
}

/** The refusal of an input that was written about another version than the one that stands; nothing where it was not. */
export function staleness<S extends CaseState>(
  { replaces }: { replaces?: Replaces<S> | undefined },
  state: S,
  actor: Pick<Actor, 'department'>,
  input: unknown,
): Refused | undefined {
  const seen = versionSeen(input);
  if (!replaces || seen === undefined) return undefined;
  const current = replaces.current(state, actor);
  return seen === current ? undefined : refuse('STALE_VERSION', { current });
}

/** What a person says with an act: the version that they saw is no part of it. */
function said<I extends z.ZodObject>({ replaces }: { replaces?: unknown }, input: unknown): z.infer<I> {
  if (!replaces) return input as z.infer<I>;
  const { version: _seen, ...rest } = input as Record<string, unknown>;
  return rest as z.infer<I>;
}

/** The rule that stands against an act, as a value. */
export function refuse<C extends RefusalCode>(code: C, ...[details]: GivenDetails<C>): Refused {
  return { refused: { code, details: details ?? {} } };
}

export function isRefused<S>(outcome: Decided<S> | Refused): outcome is Refused {
  return 'refused' in outcome;
}
