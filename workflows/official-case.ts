import { Mutex } from 'async-mutex';
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Judged, Standing, Verdict } from '../domain/standing';
import { cases } from './case-activities';
import { actUpdateName, failureTypes, lookSignalName, standingQueryName, type ActKey } from './contracts';
import { SearchMarks } from './search-marks';

const act = defineUpdate<Verdict, [ActKey]>(actUpdateName);
const look = defineSignal(lookSignalName);
const standingNow = defineQuery<Standing | undefined>(standingQueryName);

const keyShape = /^[0-9A-Za-z._:/-]{1,200}$/;
/** Events after which a run goes on as a new one, far below what the engine bears, and before replays are felt. */
const mostEvents = 2_500;
/** The engine bears 2 000 updates a run, those that were refused counted. */
const mostUpdates = 900;
const askAgainMs = 1_000;

/**
 * One case of any kind: orders its acts, carries out what follows from them, and wakes when the clock has a step to take.
 * It knows no rule and believes no argument: what an act is, who asks for it and what comes of it is judged by one activity
 * on the rows, and its id says which case it is.
 */
export async function officialCase(): Promise<void> {
  const mutex = new Mutex();
  const marks = new SearchMarks();
  let standing: Standing | undefined;
  let updates = 0;
  let looked = false;
  let leaving = false;
  /** Version at which the clock's step was tried and not done; it is not tried again before an act changes the case. */
  let triedAt: number | undefined;
  /** The judge's clock is behind this one: it is asked again a little later. */
  let askAgainAt = 0;

  setHandler(
    act,
    async ({ key }) => {
      updates += 1;
      const takenAt = Date.now();
      return mutex.runExclusive(async () => {
        const judged = await cases.judgeAct.executeWithOptions({ summary: `judges ${key}` }, [
          { key, takenAt, version: standing?.version },
        ]);
        return take(judged);
      });
    },
    {
      validator({ key }) {
        if (leaving)
          throw ApplicationFailure.nonRetryable('The run is about to go on as a new one', failureTypes.later);
        if (typeof key !== 'string' || !keyShape.test(key))
          throw ApplicationFailure.nonRetryable('An act is named by its key', failureTypes.invalid);
      },
    },
  );
  setHandler(look, () => void (looked = true));
  setHandler(standingNow, () => standing);

  await mutex.runExclusive(async () => take(await cases.standing()));
  while (!leaving) {
    await somethingToDo();
    if (isOver()) return;
    if (isLong()) leaving = true;
    else if (looked) {
      looked = false;
      triedAt = undefined;
      await mutex.runExclusive(async () => take(await cases.standing()));
    } else if (hasEffects()) await carryOutNext();
    else if ((msToAlarm() ?? 1) <= 0) await takeClockStep();
  }
  // The door is closed by now: whoever comes is told to send again, and who is in gets an answer.
  await condition(allHandlersFinished);
  await continueAsNew<typeof officialCase>();

  /** Waits until there is an effect, a look, an end, or the clock's moment; a moment that an act moved is waited for anew. */
  async function somethingToDo(): Promise<void> {
    const alarmAt = standing?.alarmAt;
    const wake = () => looked || hasEffects() || isLong() || isOver() || standing?.alarmAt !== alarmAt;
    const ms = msToAlarm();
    if (ms === undefined) return condition(wake);
    if (ms > 0) await condition(wake, ms, { summary: 'waits for the clock' });
  }

  function take({ verdict, standing: now }: Judged): Verdict {
    // Rows that are older than what this run has seen: an older database was put back. It is not followed, so that nothing is
    // judged on it before an operator has seen to it.
    if (!now || (standing && now.version < standing.version)) return verdict;
    standing = now;
    setCurrentDetails(now.note);
    marks.show(now);
    return verdict;
  }

  function hasEffects(): boolean {
    return (standing?.effects.length ?? 0) > 0;
  }

  /** Closed, or no case at all, with nothing left to carry out and nobody waiting for an answer. */
  function isOver(): boolean {
    return (!standing || standing.closed) && !hasEffects() && !looked && allHandlersFinished() && !mutex.isLocked();
  }

  function isLong(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return continueAsNewSuggested || historyLength > (standing?.eventsAtMost ?? mostEvents) || updates > mostUpdates;
  }

  function msToAlarm(): number | undefined {
    if (standing?.alarmAt === undefined || standing.closed || triedAt === standing.version) return undefined;
    return Math.max(standing.alarmAt, askAgainAt) - Date.now();
  }

  async function carryOutNext(): Promise<void> {
    const [next = ''] = standing?.effects ?? [];
    await cases.carryOut.executeWithOptions({ summary: `carries out effect ${next}` }, [{ effect: next }]);
    // An act that was recorded meanwhile has brought effects of its own.
    if (standing) standing = { ...standing, effects: standing.effects.filter((effect) => effect !== next) };
  }

  async function takeClockStep(): Promise<void> {
    await mutex.runExclusive(async () => {
      // An act that was judged meanwhile may have moved the moment.
      if ((msToAlarm() ?? 1) > 0) return;
      const version = standing?.version;
      const judged = await cases.judgeAct.executeWithOptions({ summary: 'the clock' }, [
        { key: 'clock', takenAt: Date.now(), version },
      ]);
      const verdict = take(judged);
      if (verdict === 'nothing') askAgainAt = Date.now() + askAgainMs;
      else if (verdict !== 'done') triedAt = standing?.version;
    });
  }
}
