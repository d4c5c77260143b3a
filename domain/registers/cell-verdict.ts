import type { IssueSeverity } from './import-issue';
import type { Reason } from './import-reasons';

export interface Finding {
  reason: Reason;
  severity: IssueSeverity;
}

/** What a cell comes to: its value in normal form, and what the person should know. No value = the row cannot be taken. */
export interface Verdict<T> {
  value?: T;
  finding?: Finding;
}

export const accept = <T>(value: T): Verdict<T> => ({ value });
export const fix = <T>(value: T, reason: Reason): Verdict<T> => ({ value, finding: { reason, severity: 'auto-fix' } });
export const warn = <T>(value: T, reason: Reason): Verdict<T> => ({ value, finding: { reason, severity: 'warning' } });
export const keep = <T>(value: T, reason: Reason): Verdict<T> => ({ value, finding: { reason, severity: 'keep' } });
export const refuse = (reason: Reason): Verdict<never> => ({ finding: { reason, severity: 'error' } });
/** Taken once a person has said so. */
export const ask = <T>(value: T, reason: Reason): Verdict<T> => ({ value, finding: { reason, severity: 'question' } });
