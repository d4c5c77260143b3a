import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { dayChange, sameDay } from '../../calendar/term';
import type { DueDay, FactQuestion } from '../../facts';
import { runningTerms } from '../running-terms';
import type { VisitState } from '../state';

/** M30: a calendar was published or amended, and the terms of publication that still run are counted again, visibly. */
export const recountTerms = defineAct<VisitState>()({
  name: 'visit.recountTerms',
  stages: ['noticed', 'scheduled'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  input: z.object({ year: z.int() }),
  facts: (state) =>
    Object.fromEntries(
      runningTerms(state).map(({ department, term }): [string, FactQuestion & { kind: 'dueDay' }] => [
        department,
        { kind: 'dueDay', ...term },
      ]),
    ),
  decide(state, _input, _actor, _occasion, facts) {
    const counted = facts as Record<string, DueDay>;
    const changed = runningTerms(state).flatMap(({ department, result }) => {
      const due = counted[department];
      return due && !sameDay(result.publishDue, due) ? [{ department, result, due }] : [];
    });
    if (changed.length === 0) return refuse('TERM_UNCHANGED');
    const results = Object.fromEntries(
      changed.map(({ department, result, due }) => [department, { ...result, publishDue: due }]),
    );
    return {
      next: { ...state, results: { ...state.results, ...results } },
      reason: changed
        .map(({ department, result, due }) => `${department} ${dayChange(result.publishDue, due)}`)
        .join('; '),
    };
  },
});
