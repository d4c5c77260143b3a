import { isRefused, type Occasion } from './act';
import { systemActor } from './actor';
import { sameDay } from './calendar/term';
import type { WorkingCalendar } from './calendar/working-calendar';
import { addWorkingDays } from './calendar/working-days';
import { yearOf } from './calendar/iso-day';
import type { DueDay, FactQuestion } from './facts';
import type { CaseState, Process, Waiting } from './process';

/** A term of a case that another calendar would move: whose it is, from which day to which. */
export interface MovedTerm {
  department: string;
  /** What may be done within it. */
  acts: string[];
  from: DueDay;
  to: DueDay;
  /** It has not ended now and would have ended before today. */
  becomesOverdue: boolean;
}

/**
 * The terms of a case that counting again by this calendar would move. The act that counts them again says so itself, so
 * that what is shown before a calendar is saved is what happens after it.
 * @throws RangeError where that act asks anything but days of terms
 */
export function termsThatMove(
  process: Process,
  state: CaseState,
  calendar: WorkingCalendar,
  occasion: Occasion,
): MovedTerm[] {
  const name = process.terms(state)?.recountedBy;
  const act = process.acts.find((candidate) => candidate.name === name);
  if (!act || act.obstacle(state, systemActor)) return [];
  const input = { year: yearOf(occasion.today) };
  const questions = Object.entries(act.facts(state, input, systemActor, occasion));
  const facts = Object.fromEntries(questions.map(([key, question]) => [key, dayOf(question, calendar)]));
  const decided = act.decide(state, input, systemActor, occasion, facts);
  if (isRefused(decided)) return [];
  const after = process.waiting(decided.next);
  return distinct(
    process.waiting(state).flatMap((wait, index) => {
      const [from, to] = [dueOf(wait), dueOf(after[index])];
      if (!from || !to || sameDay(from, to)) return [];
      const overdue = (due: DueDay) => 'date' in due && due.date < occasion.today;
      return [
        { department: wait.department, acts: [wait.act], from, to, becomesOverdue: overdue(to) && !overdue(from) },
      ];
    }),
  );
}

function dayOf(question: FactQuestion, calendar: WorkingCalendar): DueDay {
  if (question.kind !== 'dueDay')
    throw new RangeError(`Counting terms again asks for days only, not ${question.kind}.`);
  const due = addWorkingDays(calendar, question.from, question.workingDays);
  return 'date' in due ? { date: due.date } : { pendingYear: due.year };
}

function dueOf(wait: Waiting | undefined): DueDay | undefined {
  if (wait?.due !== undefined) return { date: wait.due };
  return wait?.pendingYear === undefined ? undefined : { pendingYear: wait.pendingYear };
}

/** Several people of a unit, and several acts, may have one term. */
function distinct(moved: MovedTerm[]): MovedTerm[] {
  const terms = new Map<string, MovedTerm>();
  for (const term of moved) {
    const key = JSON.stringify([term.department, term.from, term.to]);
    const acts = [...(terms.get(key)?.acts ?? []), ...term.acts];
    terms.set(key, { ...term, acts: [...new Set(acts)] });
  }
  return [...terms.values()];
}
