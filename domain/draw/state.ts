import type { FrozenPool } from '../facts';
import type { Scheme } from '../joint-check/scheme';
import { participantsOf, type JointCheckState } from '../joint-check/state';
import { partNumber } from '../numbers';

/** 抽. */
export const drawLetter = 'C';

export const drawStages = ['blocked', 'awaitingFreeze', 'frozen', 'drawn', 'opened', 'cancelled'] as const;
export type DrawStage = (typeof drawStages)[number];

/** The files by which anybody can verify a draw, taken together. */
export const bundleName = 'bundle';

export interface DrawState {
  id: string;
  number: string;
  stage: DrawStage;
  since: string;
  check: string;
  checkNumber: string;
  lead: string;
  participants: string[];
  scheme: Scheme;
  pool?: Omit<FrozenPool, 'infeasible' | 'sharedWith'>;
  frozenBy?: { account: string; at: string };
  prkHash?: string;
  resultHash?: string;
  drawn?: number;
  drawnBy?: { account: string; at: string };
}

export interface DrawOpening {
  check: Pick<JointCheckState, 'id' | 'number' | 'lead' | 'scheme'>;
  batch: number;
  at: string;
  blocked: boolean;
}

/** A new batch of an approved check; blocked while conditions of the approval are open. */
export function openDraw({ check, batch, at, blocked }: DrawOpening): DrawState {
  const number = partNumber(check.number, drawLetter, batch);
  return {
    id: `draw/${number}`,
    number,
    stage: blocked ? 'blocked' : 'awaitingFreeze',
    since: at,
    check: check.id,
    checkNumber: check.number,
    lead: check.lead,
    participants: participantsOf(check),
    scheme: check.scheme,
  };
}
