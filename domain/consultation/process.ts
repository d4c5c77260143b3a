import { waitingTerm } from '../calendar/term';
import { systemActor } from '../actor';
import type { Alarm, Process, Relation, Waiting } from '../process';
import { cancel } from './acts/cancel';
import { draftAnswer } from './acts/draft-answer';
import { handOn } from './acts/hand-on';
import { lapse } from './acts/lapse';
import { recountTerm } from './acts/recount-term';
import { remind } from './acts/remind';
import { returnDraft } from './acts/return-draft';
import { sendAnswer } from './acts/send-answer';
import { withoutOthersDrafts } from './others-drafts';
import { putThereBy } from './put-there-by';
import { consultationLetter, consultationStages, lastReminderOf, silent, type ConsultationState } from './state';

/** One round of written consultation (附件四（二））. */
export const consultation: Process<ConsultationState> = {
  kind: 'consultation',
  letter: consultationLetter,
  version: 1,
  stages: consultationStages,
  closedStages: ['closed', 'cancelled'],
  acts: [handOn, draftAnswer, returnDraft, sendAnswer, remind, recountTerm, lapse, cancel],
  putThereBy,
  relations(state, actor) {
    const relations: Relation[] = ['any'];
    if (actor.department === 'SYSTEM') relations.push('clock');
    if (!state) return relations;
    if (actor.department === state.lead) relations.push('sender');
    if (Object.hasOwn(state.letters, actor.department)) relations.push('addressee');
    return relations;
  },
  waiting,
  sentBack: (state, act, department) => (act === draftAnswer.name ? state.letters[department]?.returned : undefined),
  next,
  departments,
  parent: (state) => state.check,
  opening: 'withinParent',
  line: ['open', 'closed'],
  title: (state) => state.number,
  subject: () => undefined,
  listedAs: () => ({}),
  readers: departments,
  // 附件四（二）: an answer is the department's once its leader sends it; a draft is nobody else's.
  seenBy: withoutOthersDrafts,
  secretOf: {
    words: [handOn.name, draftAnswer.name, returnDraft.name],
    opened: (state) => Object.values(state.letters).flatMap((letter) => letter.answer?.attachments ?? []),
    kept: () => [],
  },
  parts: { listed: 'each', together: false },
  terms: (state) =>
    state.stage === 'open' && !state.lapsed && state.term
      ? { running: [state.term], recountedBy: recountTerm.name }
      : undefined,
};

function departments(state: ConsultationState): string[] {
  return [state.lead, ...Object.keys(state.letters)];
}

function waiting(state: ConsultationState): Waiting[] {
  if (state.stage !== 'open') return [];
  const term = waitingTerm(state.due);
  return silent(state).flatMap((department): Waiting[] => {
    const letter = state.letters[department];
    const remindedAt = lastReminderOf(state, department);
    const reminded = remindedAt === undefined ? {} : { remindedAt };
    if (letter?.draft || letter?.escalated) {
      return [
        {
          act: 'consultation.sendAnswer',
          capacity: 'departmentLeader',
          department,
          since: letter.draft?.at ?? letter.escalated ?? state.since,
          ...term,
          ...reminded,
        },
      ];
    }
    const toHandler: Waiting = {
      act: 'consultation.draftAnswer',
      capacity: 'departmentHandler',
      department,
      since: letter?.returned?.at ?? letter?.handedOn?.at ?? state.since,
      ...term,
      ...reminded,
      ...(letter?.returned && { returned: true }),
    };
    if (letter?.handedOn) return [toHandler];
    return [
      toHandler,
      {
        act: 'consultation.handOn',
        capacity: 'departmentLiaison',
        department,
        since: state.since,
        ...term,
        ...reminded,
      },
    ];
  });
}

/** What rounds were opened with before each kept its own. */
const formerRemindDays = 1;

/** Whoever is silent is reminded before the term ends; at its end silence means what the letter said. */
function next(state: ConsultationState): Alarm | undefined {
  if (state.stage !== 'open' || state.lapsed || !('date' in state.due) || silent(state).length === 0) return undefined;
  const endOf = state.due.date;
  const reminded = state.reminders.some((reminder) => reminder.by === systemActor.account);
  if (!reminded)
    return {
      act: 'consultation.remind',
      input: {},
      submission: 'remind-before-term',
      at: { endOf, lessDays: state.remindDays ?? formerRemindDays },
    };
  return { act: 'consultation.lapse', input: {}, submission: 'lapse', at: { endOf } };
}
