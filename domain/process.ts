import type { Act } from './act';
import type { Actor, Capacity } from './actor';

export const caseKinds = ['joint-check', 'consultation', 'draw', 'visit', 'referral'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How a unit stands to a case. */
export type Relation =
  'any' | 'lead' | 'participant' | 'office' | 'inspecting' | 'assigned' | 'addressee' | 'sender' | 'clock';

/** The parts that every case's state has. */
export interface CaseState {
  /** Version of the state's form; absent = 1. The judge writes it, `upgrade` reads it. */
  v?: number;
  id: string;
  number: string;
  stage: string;
  /** When the present stage began; UTC. */
  since: string;
}

/** Whom a case waits for: what act, of which capacity and unit (or one officer), since when and until when. */
export interface Waiting {
  act: string;
  capacity: Capacity;
  department: string;
  /** Register id of the officer waited for, where the act is personal. */
  officer?: string;
  since: string;
  /** Legal day until which it should be done; absent where no term runs. */
  due?: string;
  /** Year whose calendar is missing, where the term cannot be counted yet. */
  pendingYear?: number;
}

/** A step of the clock on a case. */
export interface Telling {
  act: string;
  input: Record<string, unknown>;
  submission: string;
}

/** What became of a message to an outside platform. */
export interface PlatformAnswer {
  key: string;
  state: string;
  receiptNo?: string;
  errorCode?: string;
  error?: string;
}

/** A step that the clock takes when its moment comes, unless an act changes the case before. */
export interface Alarm extends Telling {
  /** The end of a legal day in Asia/Shanghai, or so many days of 24 hours before it. */
  at: { endOf: string; lessDays?: number };
}

/** One official process: its stages, its acts, and what can be said of any of its cases from the state alone. */
export interface Process<S extends CaseState = CaseState> {
  kind: CaseKind;
  /** Stands in the numbers of the kind and of no other. */
  letter: string;
  /** Version of the state's form that today's code writes, from 1. */
  version: number;
  /** Gives an older state what it lacks; needed from version 2 on. */
  upgrade?(state: S, from: number): S;
  stages: readonly S['stage'][];
  closedStages: readonly S['stage'][];
  acts: readonly Act<S>[];
  relations(state: S | undefined, actor: Actor): Relation[];
  waiting(state: S): Waiting[];
  /** The act that counts its terms again when a calendar was published or amended (M30). */
  recounts?: string;
  /** What an outside platform's answer to a message of a case has the case told. */
  answered?(message: PlatformAnswer): Telling | undefined;
  /** What the clock does next; nothing where no term runs. */
  next?(state: S): Alarm | undefined;
  departments(state: S): string[];
  /** The case that this one belongs to, where there is one. */
  parent(state: S): string | undefined;
}

/**
 * A stored state in today's form.
 * @throws RangeError for a state that is newer than this code, or that `upgrade` does not know
 */
export function upgraded<S extends CaseState>(process: Process<S>, stored: S): S {
  const from = stored.v ?? 1;
  if (from === process.version) return stored;
  if (from > process.version || !process.upgrade)
    throw new RangeError(`This code does not know version ${from} of the state of a ${process.kind}.`);
  return { ...process.upgrade(stored, from), v: process.version };
}
