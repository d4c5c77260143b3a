import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { departmentCode, reason } from '../../fields';
import { withResult } from '../result';
import type { VisitState } from '../state';

/**
 * A department that inspects no longer left the check: its part of this visit falls away. What it has recorded already was
 * found while it inspected, and goes on. Where the firm was told that it comes, the notice is issued again, by the lead, which
 * itself leaves only a check that was ended.
 */
export const noteRelease = defineAct<VisitState>()({
  name: 'visit.noteRelease',
  stages: ['awaitingDate', 'scheduled', 'noticed'],
  by: [{ capacity: 'system', as: 'clock' }],
  byClock: true,
  /** `ended`: of a check that was ended. */
  input: z.object({ department: departmentCode, reason, ended: z.literal(true).optional() }),
  decide(state, { department, reason: why, ended }, _actor, occasion) {
    const result = state.results[department];
    if (!result) return refuse('NOT_A_PARTICIPANT');
    if (department === state.lead && !ended) return refuse('LEAD_CANNOT_LEAVE');
    if (result.version > 0) return refuse('RESULT_ENTERED');
    const excused = {
      ...result,
      stage: 'excused' as const,
      since: occasion.at,
      excused: { at: occasion.at, reason: why },
    };
    const dateRequests = state.dateRequests.filter((request) => request.department !== department);
    const next = withResult({ ...state, dateRequests }, department, excused, occasion);
    const told = next.stage === 'noticed' && !state.unannounced && department !== state.lead;
    return {
      next: told ? { ...next, noticeOvertaken: [...new Set([...(state.noticeOvertaken ?? []), department])] } : next,
      reason: why,
      effects: [{ kind: 'reviewProgress', check: state.check, batch: state.batch }],
    };
  },
});
