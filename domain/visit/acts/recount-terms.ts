import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { dayChange, sameDay } from '../../calendar/term';
import type { DueDay, FactQuestion } from '../../facts';
import { runningTerms } from '../running-terms';
import type { VisitState } from '../state';

/** M30: a calendar was published or amended, and the terms that still run are counted again, visibly. */
export const recountTerms = defineAct<VisitState>()({
  name: 'visit.recountTerms',
  stages: ['noticed', 'scheduled'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ year: z.int() }),
  facts: (state) =>
    Object.fromEntries(
      runningTerms(state).map(({ key, term }): [string, FactQuestion & { kind: 'dueDay' }] => [
        key,
        { kind: 'dueDay', ...term },
      ]),
    ),
  decide(state, _input, _actor, _occasion, facts) {
    const counted = facts as Record<string, DueDay>;
    const changed = runningTerms(state).flatMap(({ key, department, field, due: before }) => {
      const due = counted[key];
      return due && !sameDay(before, due) ? [{ department, field, before, due }] : [];
    });
    if (changed.length === 0) return refuse('TERM_UNCHANGED');
    const results = { ...state.results };
    for (const { department, field, due } of changed) {
      const result = results[department];
      if (result) results[department] = { ...result, [field]: due };
    }
    return {
      next: { ...state, results },
      reason: changed.map(({ department, before, due }) => `${department} ${dayChange(before, due)}`).join('; '),
    };
  },
});
