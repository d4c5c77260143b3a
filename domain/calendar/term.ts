import type { DueDay } from '../facts';

/** A term in working days and the day from which it counts; kept so that it can be counted again when a calendar changes (M30). */
export interface Term {
  /** Day 1 is the next working day after it. */
  from: string;
  workingDays: number;
}

export function sameDay(one: DueDay | undefined, other: DueDay): boolean {
  if (!one) return false;
  return 'date' in one
    ? 'date' in other && one.date === other.date
    : 'pendingYear' in other && one.pendingYear === other.pendingYear;
}

/** How a changed deadline reads in the record: the day before and the day after; a dash where no calendar gave one. */
export function dayChange(before: DueDay | undefined, after: DueDay): string {
  const said = (due: DueDay | undefined) => (due && 'date' in due ? due.date : '—');
  return `${said(before)} → ${said(after)}`;
}

/** A deadline as a wait shows it. */
export const waitingTerm = (due: DueDay): { due: string } | { pendingYear: number } =>
  'date' in due ? { due: due.date } : { pendingYear: due.pendingYear };
