import type { RefusalCode } from './refusal-list';

/**
 * Refusals that stand there because somebody did something, with the acts that did it: whoever comes second is told who
 * was first and when. `any`: whatever was done last on the case, by the own unit where each unit has a part of its own.
 */
export type PutThereBy = { readonly [C in RefusalCode]?: readonly string[] | 'any' };

/** Of every kind of case; what a kind has of its own, its process says. */
export const putThereByAny: PutThereBy = {
  WRONG_STAGE: 'any',
  CASE_CLOSED: 'any',
  STALE_VERSION: 'any',
  ALREADY_RECORDED: 'any',
  REFERRAL_RUNNING: 'any',
};
