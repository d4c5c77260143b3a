import type { Client } from '@temporalio/client';
import type { CaseWorld } from '../activities/cases';
import { openVisits } from './open-visits';
import type { GatewayWorld } from './perform-act';
import { startCase } from './start-case';
import { tellCase } from './tell-case';
import { tellCases } from './tell-cases';
import type { CaseState } from '../domain/process';
import type { CalendarVersion } from '../workflows/contracts';

/** What the engine side of a case's activities needs of the services; given by the worker. */
export interface CaseWorldParts extends Pick<CaseWorld, 'recordAct' | 'findFact' | 'queueDocument' | 'wakeExchange'> {
  client: Client;
  gateway: GatewayWorld;
  findState(caseId: string): Promise<CaseState | undefined>;
  visitsOf(batch: string): Promise<CaseState[]>;
  recordVisits(page: CaseState[]): Promise<void>;
  openVisitIds(check: string): Promise<string[]>;
  /** Open cases whose terms are counted in working days, by the act that counts them again. */
  casesWithTerms(): Promise<{ act: string; ids: string[] }[]>;
  markRecounted(calendar: CalendarVersion): Promise<void>;
  counts(check: string): Promise<{ visits: number; visited: number; awaitingPublication: number }>;
}

/** Joins services and engine into what a case's activities may do to the world. */
export function createCaseWorld(parts: CaseWorldParts): CaseWorld {
  const tell = (message: Parameters<CaseWorld['tellCase']>[0]) => tellCase(parts.gateway, message);
  return {
    recordAct: parts.recordAct,
    findFact: parts.findFact,
    queueDocument: parts.queueDocument,
    wakeExchange: parts.wakeExchange,
    // A legal day ends with the day, in Asia/Shanghai.
    dayEndsAt: (day) => Date.parse(`${day}T24:00:00+08:00`),
    async startCase(id) {
      const state = await parts.findState(id);
      if (!state) throw new Error(`The row of ${id} is not there yet`);
      await startCase(parts.client, state, parts.gateway.taskQueue);
    },
    async tellCase(message) {
      await tell(message);
    },
    async openVisits(batch, onProgress) {
      await openVisits(
        parts.client,
        await parts.visitsOf(batch),
        parts.recordVisits,
        onProgress,
        parts.gateway.taskQueue,
      );
    },
    tellVisits: async (check, message, onProgress) =>
      tellCases(parts.gateway, await parts.openVisitIds(check), message, onProgress),
    async recountTerms(calendar, onProgress) {
      const submission = `calendar/${calendar.year}-${calendar.version}`;
      for (const { act, ids } of await parts.casesWithTerms())
        await tellCases(parts.gateway, ids, { act, input: { year: calendar.year }, submission }, onProgress);
      await parts.markRecounted(calendar);
    },
    async reviewProgress(check, batch) {
      const counts = await parts.counts(check);
      if (counts.visited === counts.visits)
        await tell({ id: `draw/${batch}`, act: 'draw.open', input: {}, submission: `${batch}/open` });
      if (counts.awaitingPublication === 0)
        await tell({ id: check, act: 'jointCheck.complete', input: {}, submission: `${batch}/complete` });
    },
  };
}
