import { heartbeat } from '@temporalio/activity';
import type { Judged } from '../domain/standing';
import type { CalendarVersion } from '../workflows/contracts';
import { callerOf, type StrayCounter } from './caller';

/** What a run asks to have judged. */
export interface KeyToJudge {
  key: string;
  takenAt: number;
  version?: number;
}

/** What a case's activities need of the world; given by the worker. */
export interface CaseWorld extends StrayCounter {
  judge(asked: KeyToJudge & { place: string; run: string }, onProgress: () => void): Promise<Judged>;
  standing(caseId: string): Promise<Judged>;
  carryOut(caseId: string, effect: string, onProgress: () => void): Promise<void>;
  startOpened(place: string, key: string): Promise<void>;
  /** Counts the terms of every open case again and notes that this version of the calendar was counted in. */
  recountTerms(calendar: CalendarVersion, onProgress: () => void): Promise<void>;
}

export type CaseActivities = ReturnType<typeof createCaseActivities>;

/**
 * What a case's workflow may do to the world. Every one may run more than once with the same outcome. None believes its
 * input: which case it works for is said by the engine, everything else by rows that its key leads to.
 */
export function createCaseActivities(world: CaseWorld) {
  return {
    /** Judges what a key stands for and records it: one act, one transaction. */
    async judgeAct(asked: KeyToJudge): Promise<Judged> {
      const { id, run, type } = await callerOf(world, 'officialCase', 'opening');
      const key = type === 'opening' ? afterSlash(id) : String(asked.key);
      return world.judge({ ...asked, key, place: id, run }, () => heartbeat(key));
    },

    /** Where the case stands by its rows. */
    async standing(): Promise<Judged> {
      return world.standing((await callerOf(world, 'officialCase')).id);
    },

    /** Carries out one effect of the case, once; one that can never be done is parked. */
    async carryOut({ effect }: { effect: string }): Promise<void> {
      await world.carryOut((await callerOf(world, 'officialCase')).id, effect, () => heartbeat(effect));
    },

    /** Starts the workflow of the case that an act has opened. */
    async startOpened(): Promise<void> {
      const { id } = await callerOf(world, 'opening');
      await world.startOpened(id, afterSlash(id));
    },

    /** Counts the terms again by the version of a calendar that the workflow is named after. */
    async recountTerms(): Promise<void> {
      const [year, version] = afterSlash((await callerOf(world, 'recounting')).id)
        .split('-')
        .map(Number);
      await world.recountTerms({ year: Number(year), version: Number(version) }, () => heartbeat(year));
    },
  };
}

function afterSlash(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
