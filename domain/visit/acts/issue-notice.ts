import { z } from 'zod';
import { defineAct } from '../../act';
import type { VisitState } from '../state';

/** One notice for all departments goes out; from then on the day stands and results can be entered. */
export const issueNotice = defineAct<VisitState>()({
  name: 'visit.issueNotice',
  stages: ['scheduled'],
  by: [{ capacity: 'departmentHandler', as: 'lead' }],
  many: true,
  input: z.object({}),
  decide: (state, _input, _actor, occasion) => ({
    next: { ...state, stage: 'noticed', since: occasion.at },
  }),
});
