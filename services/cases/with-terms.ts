import type { Queryable } from '../../db/queryable';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { waitingTerm } from '../../domain/calendar/term';
import type { Waiting } from '../../domain/process';
import { legalTerm } from '../facts/legal-term';

/** A wait with a term of its own or, where neither law nor scheme gives one, with the office's. */
export interface DatedWaiting extends Waiting {
  /** Working days that the office gives, from the legal day since which it waits. */
  officeDays?: number;
}

/** Waits of which none is without a term: an undated one has as long as the office gave on the day since which it waits. */
export async function withTerms(manager: Queryable, waiting: Waiting[]): Promise<DatedWaiting[]> {
  const dated: DatedWaiting[] = [];
  for (const wait of waiting) {
    if (wait.due !== undefined || wait.pendingYear !== undefined) {
      dated.push(wait);
      continue;
    }
    const from = shanghaiDay(new Date(wait.since));
    const { term, due } = await legalTerm(manager, { from, setting: 'task.workingDays' });
    dated.push({ ...wait, ...waitingTerm(due), officeDays: term.workingDays });
  }
  return dated;
}
