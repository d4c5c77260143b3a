import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { FactAnswers, FactQuestion } from '../domain/facts';
import { Refusal } from '../domain/refusal';
import type { ActToRecord } from '../services/cases/record-act';
import type { DocumentOrder } from '../services/documents/queue-document';
import { failureTypes, type CalendarVersion } from '../workflows/contracts';

/** A step of the clock on another case. */
export interface CaseMessage {
  id: string;
  act: string;
  input: Record<string, unknown>;
  submission: string;
}

/** What a case's activities need of the world; given by the worker. */
export interface CaseWorld {
  recordAct(record: ActToRecord): Promise<void>;
  findFact(question: FactQuestion, onProgress: () => void): Promise<FactAnswers[FactQuestion['kind']]>;
  dayEndsAt(day: string): number;
  startCase(id: string): Promise<void>;
  tellCase(message: CaseMessage): Promise<void>;
  queueDocument(order: DocumentOrder): Promise<void>;
  openVisits(batch: string, onProgress: () => void): Promise<void>;
  tellVisits(check: string, message: Omit<CaseMessage, 'id'>, onProgress: () => void): Promise<void>;
  /** Counts the terms of every open case again and notes that this version of the calendar was counted in. */
  recountTerms(calendar: CalendarVersion, onProgress: () => void): Promise<void>;
  reviewProgress(check: string, batch: string): Promise<void>;
  wakeExchange(platform: string): Promise<void>;
}

export type CaseActivities = ReturnType<typeof createCaseActivities>;

/** What a case's workflow may do to the world. Every one may run more than once with the same outcome. */
export function createCaseActivities(world: CaseWorld) {
  return {
    /** Records an act: row, projections, entry, outgoing messages, in one transaction. */
    recordAct: (record: ActToRecord): Promise<void> => refusalsKept(() => world.recordAct(record)),

    /** Answers the questions that a rule asks before it decides. */
    async findFacts(questions: Record<string, FactQuestion>): Promise<Record<string, unknown>> {
      const answers: Record<string, unknown> = {};
      for (const [name, question] of Object.entries(questions)) {
        answers[name] = await refusalsKept(() => world.findFact(question, () => heartbeat(name)));
      }
      return answers;
    },

    /** The moment at which a term ends, in milliseconds; `Infinity` cannot cross the wire, so an open term is null. */
    async termOf({ due }: { due: { date: string } | { pendingYear: number } }): Promise<number | null> {
      return 'date' in due ? world.dayEndsAt(due.date) : null;
    },

    /** Starts the workflow of a case whose row exists. */
    openCase: ({ id }: { process: string; id: string }): Promise<void> => world.startCase(id),

    /** Does an act of the clock on another case; an act that the case refuses is settled, not tried again. */
    tellCase: (message: CaseMessage): Promise<void> => world.tellCase(message),

    queueDocument: (order: DocumentOrder): Promise<void> => world.queueDocument(order),
    startVisits: ({ batch }: { check: string; batch: string }): Promise<void> =>
      world.openVisits(batch, () => heartbeat(batch)),
    /** The same act of the clock on every open visit of a check; those that refuse have gone on without it. */
    tellVisits: ({ check, ...message }: { check: string } & Omit<CaseMessage, 'id'>): Promise<void> =>
      world.tellVisits(check, message, () => heartbeat(check)),
    recountTerms: (calendar: CalendarVersion): Promise<void> =>
      world.recountTerms(calendar, () => heartbeat(calendar.year)),
    reviewProgress: ({ check, batch }: { check: string; batch: string }): Promise<void> =>
      world.reviewProgress(check, batch),
    wakeExchange: ({ platform }: { platform: string }): Promise<void> => world.wakeExchange(platform),
  };
}

/** A refusal is an answer: the engine must hand it on and never try again. */
async function refusalsKept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    throw ApplicationFailure.nonRetryable(failure.code, failureTypes.refused, {
      code: failure.code,
      ...failure.details,
    });
  }
}
