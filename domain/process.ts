import type { Act } from './act';
import type { Actor, Capacity } from './actor';

export const caseKinds = ['joint-check', 'consultation', 'draw', 'visit', 'referral'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How a unit stands to a case. */
export type Relation =
  'any' | 'lead' | 'participant' | 'office' | 'inspecting' | 'assigned' | 'addressee' | 'sender' | 'clock';

/** The parts that every case's state has. */
export interface CaseState {
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

/** One official process: its stages, its acts, and what can be said of any of its cases from the state alone. */
export interface Process<S extends CaseState = CaseState> {
  kind: CaseKind;
  stages: readonly S['stage'][];
  closedStages: readonly S['stage'][];
  acts: readonly Act<S>[];
  relations(state: S | undefined, actor: Actor): Relation[];
  waiting(state: S): Waiting[];
  departments(state: S): string[];
  /** The case that this one belongs to, where there is one. */
  parent(state: S): string | undefined;
}
