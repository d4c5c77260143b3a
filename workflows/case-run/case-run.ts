import { Mutex } from 'async-mutex';
import {
  ActivityFailure,
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  condition,
  defineQuery,
  defineUpdate,
  log,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { isRefused, type Act, type Decided, type Occasion } from '../../domain/act';
import { systemActor } from '../../domain/actor';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import type { Effect } from '../../domain/effects';
import type { FactQuestion } from '../../domain/facts';
import { obstacleTo } from '../../domain/permissions/entitlement';
import type { CaseState, Process } from '../../domain/process';
import {
  failureTypes,
  searchAttributes,
  stateQuery,
  type ActReceipt,
  type ActRequest,
  type CaseStart,
} from '../contracts';
import { asking, recording, regular } from './activities-of-a-case';
import { carryOut } from './carry-out';
import { fileNote } from './file-note';
import { SearchMarks } from './search-marks';

/** How long a run without a state waits for the act that opens its case. */
const openingPatience = '2m';

/** Facts that take longer than a moment. */
const longFacts: readonly FactQuestion['kind'][] = ['freezePool', 'performDraw'];

/** One case at work: its state, its acts as updates, and the effects that follow them. */
export class CaseRun<S extends CaseState> {
  state: S | undefined;
  private readonly mutex = new Mutex();
  private readonly effects: Effect[] = [];
  private papers = 0;
  private readonly marks = new SearchMarks();
  /** Acts recorded in this run, by their submission: one that is sent again under another update gets the same receipt. */
  private readonly receipts = new Map<string, ActReceipt>();
  private tried = false;
  private unopened = false;

  constructor(
    private readonly process: Process<S>,
    private readonly start: CaseStart<S>,
  ) {
    this.state = start.state;
    for (const act of process.acts) {
      setHandler(defineUpdate<ActReceipt, [ActRequest]>(act.name), (request) => this.perform(act, request), {
        validator: (request) => this.refuseAtTheDoor(act, request),
      });
    }
    setHandler(defineQuery<S | undefined>(stateQuery), () => this.state);
    if (this.state) this.describe(this.state);
  }

  get closed(): boolean {
    return this.state !== undefined && this.process.closedStages.includes(this.state.stage);
  }

  /** Nothing more can come: the case is closed, or no act ever opened it. */
  private get finished(): boolean {
    return this.closed || (this.state === undefined && this.unopened);
  }

  /**
   * Waits for the act that opens the case. One that is refused leaves nothing behind: the run ends, the number is free
   * for the next attempt, and the database alone knows which numbers are taken.
   */
  async opened(): Promise<boolean> {
    if (this.state) return true;
    await condition(() => this.state !== undefined || (this.tried && allHandlersFinished()), openingPatience, {
      summary: 'waits for the act that opens the case',
    });
    this.unopened = this.state === undefined;
    return !this.unopened;
  }

  /**
   * Carries out effects until the case is closed and at rest, or `until` says that the process has a step of its own to take.
   * @param timeoutMs longest stay from now on, in milliseconds; what happens meanwhile does not prolong it
   * @param why what the clock is set for, as the engine's own pages say it
   */
  async serve(until: () => boolean = () => false, timeoutMs?: number, why = 'waits'): Promise<void> {
    const wake = () => this.effects.length > 0 || this.atRest() || until();
    const end = timeoutMs === undefined ? undefined : Date.now() + timeoutMs;
    for (;;) {
      const woken =
        end === undefined
          ? (await condition(wake), true)
          : await condition(wake, Math.max(1, end - Date.now()), { summary: why });
      const effect = this.effects[0];
      if (effect?.kind === 'issueDocument') {
        this.effects.shift();
        this.papers += 1;
        // Papers are drawn beside the case: nobody's next step waits for a printer.
        void carryOut(effect).finally(() => (this.papers -= 1));
        continue;
      }
      if (effect) {
        await carryOut(effect);
        this.effects.shift();
        continue;
      }
      if (!woken || this.atRest() || until()) return;
    }
  }

  /** Closed, nothing left to carry out, nobody waiting for an answer. */
  atRest(): boolean {
    return this.finished && this.effects.length === 0 && this.papers === 0 && allHandlersFinished();
  }

  /** A step that the clock takes; refused steps are facts of life and only noted. */
  async takeStep(name: string, submission: string, input: Record<string, unknown> = {}): Promise<void> {
    const act = this.process.acts.find((candidate) => candidate.name === name);
    if (!act) throw ApplicationFailure.nonRetryable(`No act named ${name}`);
    try {
      await this.perform(act, { input, actor: systemActor, submission });
    } catch (failure) {
      if (failure instanceof ApplicationFailure && failure.type === failureTypes.refused) {
        log.warn('A step of the clock was refused', { act: name, details: failure.details });
        return;
      }
      throw failure;
    }
  }

  /**
   * Nothing is written down of an act that is refused here. While another act is being recorded, people may see its outcome
   * before the case does: what comes then is let in and judged after it.
   */
  private refuseAtTheDoor(act: Act<S>, request: ActRequest): void {
    if (this.mutex.isLocked() || this.receipts.has(request.submission)) this.refuseUnlessReadable(act, request);
    else this.refuseUnlessLegal(act, request);
  }

  private refuseUnlessLegal(act: Act<S>, request: ActRequest): void {
    const obstacle = obstacleTo(this.process, act, this.state, request.actor);
    if (obstacle) throw refusal(obstacle, { stage: this.state?.stage, act: act.name });
    this.refuseUnlessReadable(act, request);
  }

  private refuseUnlessReadable(act: Act<S>, request: ActRequest): void {
    const parsed = act.input.safeParse(request.input);
    if (!parsed.success)
      throw ApplicationFailure.nonRetryable(
        'The input does not fit the act',
        failureTypes.invalid,
        parsed.error.issues,
      );
  }

  private async perform(act: Act<S>, request: ActRequest): Promise<ActReceipt> {
    try {
      return await this.mutex.runExclusive(() => this.judge(act, request));
    } catch (failure) {
      throw carryingBack(failure, request.knock);
    }
  }

  private async judge(act: Act<S>, request: ActRequest): Promise<ActReceipt> {
    const known = this.receipts.get(request.submission);
    if (known) return known;
    // The rule is looked at again: another act may have been recorded while this one waited.
    this.tried = true;
    this.refuseUnlessLegal(act, request);
    const input = act.input.parse(request.input);
    const occasion = occasionOf(request.submission);
    const state = this.state as S;
    const facts = await told(() => this.factsFor(act.facts(state, input, request.actor, occasion)));
    const outcome = act.decide(state, input, request.actor, occasion, facts);
    if (isRefused(outcome)) throw refusal(outcome.refused.code, outcome.refused.details);
    await told(() => this.record(act, request, input, occasion, outcome));
    this.state = outcome.next;
    this.effects.push(...(outcome.effects ?? []));
    this.describe(outcome.next);
    const receipt = {
      caseId: outcome.next.id,
      number: outcome.next.number,
      stage: outcome.next.stage,
      at: occasion.at,
    };
    this.receipts.set(request.submission, receipt);
    return receipt;
  }

  private async factsFor(questions: Record<string, FactQuestion>): Promise<unknown> {
    const asked = Object.values(questions);
    if (asked.length === 0) return {};
    const find = asked.some((question) => longFacts.includes(question.kind)) ? regular.findFacts : asking().findFacts;
    return find.executeWithOptions({ summary: `asks for ${asked.map((question) => question.kind).join(', ')}` }, [
      questions,
    ]);
  }

  private record(
    act: Act<S>,
    request: ActRequest,
    input: Record<string, unknown>,
    occasion: Occasion,
    outcome: Decided<S>,
  ): Promise<void> {
    const { workflowId, runId } = workflowInfo();
    const { capacity, department } = request.actor;
    const summary = `${act.name} by ${capacity} of ${department}, now ${outcome.next.stage}`;
    const filed = {
      act: act.name,
      caseId: this.start.id,
      submission: request.submission,
      actor: request.actor,
      at: occasion.at,
      input,
      next: outcome.next,
      reason: outcome.reason,
      attachments: outcome.attachments,
      content: outcome.content,
      outbox: outcome.outbox,
      opened: outcome.effects?.flatMap((effect) => (effect.kind === 'openCase' ? [effect.state as CaseState] : [])),
      workflow: { id: workflowId, run: runId },
    };
    return recording.recordAct.executeWithOptions({ summary }, [filed]);
  }

  private describe(state: S): void {
    const waiting = this.process.waiting(state);
    const due = waiting.flatMap((entry) => entry.due ?? []).sort()[0];
    setCurrentDetails(fileNote(this.process, state, waiting));
    this.marks.show([
      { key: searchAttributes.caseKind, value: this.process.kind },
      { key: searchAttributes.stage, value: state.stage },
      { key: searchAttributes.number, value: state.number },
      { key: searchAttributes.lead, value: this.process.departments(state)[0] ?? null },
      { key: searchAttributes.departments, value: this.process.departments(state) },
      { key: searchAttributes.due, value: due ? new Date(`${due}T00:00:00+08:00`) : null },
    ]);
  }
}

/** Now, as the case sees it: replay gives the same answer. */
export function occasionOf(submission: string): Occasion {
  const now = Date.now();
  return { at: new Date(now).toISOString(), today: shanghaiDay(now), submission };
}

/** The engine remembers what became of an update that was let in; the sender must see whose answer it is. */
function carryingBack(failure: unknown, knock: string | undefined): unknown {
  if (!(failure instanceof ApplicationFailure) || failure.type !== failureTypes.refused || knock === undefined)
    return failure;
  return ApplicationFailure.nonRetryable(failure.message, failureTypes.refused, failure.details?.[0], knock);
}

function refusal(code: string, details: Record<string, unknown>): ApplicationFailure {
  return ApplicationFailure.nonRetryable(code, failureTypes.refused, { code, ...details });
}

/**
 * A refusal by the services reaches the person as a refusal, not as a failed activity. Work that was cut off half-way is
 * done again under the same key: whether it was recorded is not known, and the state must follow what the database says.
 */
async function told<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof ActivityFailure)) throw failure;
      if (failure.cause instanceof ApplicationFailure && failure.cause.type === failureTypes.refused)
        throw failure.cause;
      if (!(failure.cause instanceof CancelledFailure) || cancelled()) throw failure;
    }
  }
}

/** Whether somebody asked this run to stop. */
function cancelled(): boolean {
  return CancellationScope.current().consideredCancelled;
}
