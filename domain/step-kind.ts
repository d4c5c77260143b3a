/**
 * What kind of step failed: a person's request, an effect of its case, something the case was told, the clock's step, or
 * the case itself, whose row is older than its run.
 */
export type StepKind = 'request' | 'effect' | 'told' | 'clock' | 'version';

/** The kind of a step, by the key under which it is kept. */
export function stepKindOf(key: string): StepKind {
  if (key === 'clock' || key === 'version') return key;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)) return 'request';
  return key.startsWith('carry/') ? 'effect' : 'told';
}
