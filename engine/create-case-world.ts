import type { CaseWorld } from '../activities/cases';
import type { Effect } from '../domain/effects';
import { isEngineAway } from './busy';
import { carryOut } from './effects/carry-out';
import type { EffectWorld } from './effects/effect-world';
import { tellCases } from './effects/tell-cases';
import { startCase } from './start-case';
import { CaseSilentError } from './tell-case';

/** What the engine side of a case's activities needs of the services; given by the worker. */
export interface CaseWorldParts extends Pick<CaseWorld, 'judge' | 'standing' | 'countStray'> {
  effects: EffectWorld;
  findEffect(caseId: string, id: string): Promise<KeptEffect | undefined>;
  settleEffect(id: string, state: 'done' | 'parked'): Promise<void>;
  /** Counts a fault of an effect; true where it is parked now. */
  countFault(effect: KeptEffect, message: string, atMost?: number): Promise<boolean>;
  isDatabaseAway(failure: unknown): boolean;
  /** The case that a recorded opening led to. */
  openedBy(place: string, key: string): Promise<string | undefined>;
  /** Open cases whose terms are counted in working days, by the act that counts them again. */
  casesWithTerms(): Promise<{ act: string; ids: string[] }[]>;
  /** Whether this version of a calendar was published. */
  hasCalendar(calendar: { year: number; version: number }): Promise<boolean>;
  markRecounted(calendar: { year: number; version: number }): Promise<void>;
}

interface KeptEffect {
  id: string;
  caseId: string;
  act: string;
  lead: string;
  state: string;
  /** An effect of the case before it is still to be carried out. */
  hasEarlier: boolean;
  effect: Effect;
}

/** A case that stays silent is waited for as long as a restart may last; then it is a fault of that case. */
const silentTries = 12;

/** Joins services and engine into what a case's activities may do to the world. */
export function createCaseWorld(parts: CaseWorldParts): CaseWorld {
  const { effects } = parts;
  return {
    judge: parts.judge,
    standing: parts.standing,
    countStray: parts.countStray,
    async carryOut(caseId, id, onProgress) {
      const kept = await parts.findEffect(caseId, id);
      if (!kept) return parts.countStray(caseId, 'SOURCE_UNKNOWN');
      if (kept.state !== 'open') return;
      // Not from the rows: a run that was told so by somebody else.
      if (kept.hasEarlier) return parts.countStray(caseId, 'OUT_OF_TURN');
      try {
        await carryOut(effects, kept.effect, kept, onProgress);
        await parts.settleEffect(id, 'done');
      } catch (failure) {
        await parkOrThrow(kept, failure);
      }
    },
    async startOpened(place, key) {
      const caseId = await parts.openedBy(place, key);
      if (caseId) await startCase(effects.gateway, caseId);
    },
    async recountTerms(calendar, onProgress) {
      const key = `calendar/${calendar.year}-${calendar.version}`;
      if (!(await parts.hasCalendar(calendar))) return parts.countStray(key, 'SOURCE_UNKNOWN');
      for (const { act, ids } of await parts.casesWithTerms()) await tellCases(effects, ids, { key, act }, onProgress);
      await parts.markRecounted(calendar);
    },
  };

  /** What is merely away is tried again for ever; a fault parks, and the next effect goes. */
  async function parkOrThrow(kept: KeptEffect, failure: unknown): Promise<void> {
    if (parts.isDatabaseAway(failure) || isEngineAway(failure)) throw failure;
    const message = failure instanceof Error ? failure.message : String(failure);
    const atMost = failure instanceof CaseSilentError ? silentTries : undefined;
    if (!(await parts.countFault(kept, message, atMost))) throw failure;
    await parts.settleEffect(kept.id, 'parked');
  }
}
