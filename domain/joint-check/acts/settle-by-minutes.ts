import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { day, departmentCode, fileIds, line } from '../../fields';
import { standingObjections, type JointCheckState } from '../state';

/** M8, 附件四（三）: the conference settles an objection by minutes; the office only records the signed minutes. */
export const settleByMinutes = defineAct<JointCheckState>()({
  name: 'jointCheck.settleByMinutes',
  stages: ['consulting', 'awaitingApproval'],
  by: [{ capacity: 'officeHandler', as: 'office' }],
  input: z.object({
    departments: z.array(departmentCode).min(1).max(30),
    minutesNumber: line(60),
    minutesDate: day,
    attachments: fileIds.min(1, { error: 'signedScanNeeded' }),
  }),
  obstacle: (state) => (standingObjections(state).length === 0 ? 'NO_STANDING_OBJECTION' : undefined),
  facts: (_state, input) => ({ scans: { kind: 'attachments' as const, ids: input.attachments } }),
  decide(state, input, _actor, occasion, facts) {
    if (facts.scans.length !== input.attachments.length) return refuse('FILE_UNKNOWN');
    if (input.minutesDate > occasion.today) return refuse('DATE_IN_FUTURE', { date: input.minutesDate });
    const standing = standingObjections(state);
    const stranger = input.departments.find((department) => !standing.includes(department));
    if (stranger) return refuse('NO_STANDING_OBJECTION', { department: stranger });

    const answers = { ...state.answers };
    for (const department of input.departments) {
      const answer = answers[department];
      if (answer)
        answers[department] = { ...answer, ended: { how: 'minutes', at: occasion.at, minutes: input.minutesNumber } };
    }
    return { next: { ...state, answers }, attachments: facts.scans.map((scan) => scan.sha256) };
  },
});
