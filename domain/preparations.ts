import type { DrawnBatch, FrozenPool } from './facts';
import type { Scheme } from './joint-check/scheme';

/** Work that is too long for the act's own transaction, or that writes. Each kind is done by one service. */
export interface Preparations {
  /** The pool of a batch as the registers stand now. */
  freezePool: { batch: string; check: string; scheme: Scheme; departments: string[] };
  /** The result of a frozen batch; of it nothing is stored before the act is recorded. */
  performDraw: { batch: string };
  /** Who may take an officer's place in a drawn team, in the drawn order. */
  substitutes: { batch: string; department: string; object: string; slot: number };
}

export interface PreparationAnswers {
  freezePool: FrozenPool;
  performDraw: DrawnBatch;
  /** Register ids. */
  substitutes: { order: string[] };
}

export type PreparationKind = keyof Preparations;
export type Preparation = { [K in PreparationKind]: { kind: K } & Preparations[K] }[PreparationKind];

/** What an act with a preparation finds among its facts. */
export type Prepared<P extends Preparation> = [P] extends [never]
  ? unknown
  : { prepared: PreparationAnswers[P['kind']] };
