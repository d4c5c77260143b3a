import { Context, heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Judged } from '../domain/standing';
import { workflowNames, type CalendarVersion } from '../workflows/contracts';

/** What a run asks to have judged. */
export interface KeyToJudge {
  key: string;
  takenAt: number;
  version?: number;
}

/** What a case's activities need of the world; given by the worker. */
export interface CaseWorld {
  judge(asked: KeyToJudge & { place: string; run: string }, onProgress: () => void): Promise<Judged>;
  standing(caseId: string): Promise<Judged>;
  carryOut(caseId: string, effect: string, onProgress: () => void): Promise<void>;
  startOpened(place: string, key: string): Promise<void>;
  /** Counts the terms of every open case again and notes that this version of the calendar was counted in. */
  recountTerms(calendar: CalendarVersion, onProgress: () => void): Promise<void>;
  countStray(place: string, reason: string): Promise<void>;
}

export type CaseActivities = ReturnType<typeof createCaseActivities>;

/**
 * What a case's workflow may do to the world. Every one may run more than once with the same outcome. None believes its
 * input: which case it works for is said by the engine, everything else by rows that its key leads to.
 */
export function createCaseActivities(world: CaseWorld) {
  const { officialCase, opening, recounting } = workflowNames;
  const caller = (...lawful: string[]) => callerOf(world, lawful);
  return {
    /** Judges what a key stands for and records it: one act, one transaction. */
    async judgeAct(asked: KeyToJudge): Promise<Judged> {
      const { id, run } = await caller(officialCase, opening);
      return world.judge({ ...asked, place: id, run }, () => heartbeat(asked.key));
    },

    /** Where the case stands by its rows. */
    async standing(): Promise<Judged> {
      return world.standing((await caller(officialCase)).id);
    },

    /** Carries out one effect of the case, once; one that can never be done is parked. */
    async carryOut({ effect }: { effect: string }): Promise<void> {
      await world.carryOut((await caller(officialCase)).id, effect, () => heartbeat(effect));
    },

    /** Starts the workflow of the case that an act has opened. */
    async startOpened({ key }: { key: string }): Promise<void> {
      await world.startOpened((await caller(opening)).id, key);
    },

    async recountTerms(calendar: CalendarVersion): Promise<void> {
      await caller(recounting);
      await world.recountTerms(calendar, () => heartbeat(calendar.year));
    },
  };
}

/**
 * The workflow that an activity works for, as the engine knows it. The engine's own program can start an activity by
 * itself, without any workflow: that one is counted as a stray and does nothing.
 */
async function callerOf(world: CaseWorld, lawful: string[]): Promise<{ id: string; run: string }> {
  const { workflowExecution, workflowType = '' } = Context.current().info;
  if (workflowExecution && lawful.includes(workflowType))
    return { id: workflowExecution.workflowId, run: workflowExecution.runId };
  await world.countStray(workflowExecution?.workflowId ?? 'activity', 'ACTIVITY_ALONE');
  throw ApplicationFailure.nonRetryable('No workflow of a case asks for this');
}
