import { isRequestKey } from './request';

/**
 * What kind of step failed: a person's request, an effect of its case, something the case was told, the clock's step, or
 * the case itself, whose row is older than its run.
 */
export type StepKind = 'request' | 'effect' | 'told' | 'clock' | 'version';

/** The kind of a step, by the key under which it is kept. */
export function stepKindOf(key: string): StepKind {
  if (key === 'clock' || key === 'version') return key;
  if (isRequestKey(key)) return 'request';
  return effectOfStep(key) === undefined ? 'told' : 'effect';
}

/** The key of the step in which an effect is carried out. */
export const stepOfEffect = (id: string): string => `carry/${id}`;

/** The effect whose carrying out is this step; nothing for steps of other kinds. */
export const effectOfStep = (key: string): string | undefined => /^carry\/(\d{1,18})$/.exec(key)?.[1];
