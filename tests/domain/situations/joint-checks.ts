import { consult } from '../../../domain/joint-check/acts/consult';
import { closeRound } from '../../../domain/joint-check/acts/close-round';
import { decide } from '../../../domain/joint-check/acts/decide';
import { noteAnswer } from '../../../domain/joint-check/acts/note-answer';
import { noteDraw } from '../../../domain/joint-check/acts/note-draw';
import { noteStart } from '../../../domain/joint-check/acts/note-start';
import { propose } from '../../../domain/joint-check/acts/propose';
import { proposeDecision } from '../../../domain/joint-check/acts/propose-decision';
import { submit } from '../../../domain/joint-check/acts/submit';
import { jointCheck } from '../../../domain/joint-check/process';
import type { Scheme } from '../../../domain/joint-check/scheme';
import type { JointCheckState, Verdict } from '../../../domain/joint-check/state';
import { clock, fire, lead, leadHandler, officeDirector, officeHandler, tax } from './people';
import { playing } from './play';
import { scan } from './world';

export const check = playing(jointCheck);

export const scheme: Scheme = {
  title: '加油站联合抽查',
  purpose: '',
  tasks: [lead, fire, tax].map((department) => ({
    department,
    items: [`${department}-01`, `${department}-02`],
    officers: 2,
    qualifications: [],
  })),
  scope: { kinds: ['enterprise'], industries: [], divisions: [], tags: [], riskClasses: [] },
  strata: [{ scale: 'general', grade: 'B', basisPoints: 1000 }],
  windowFrom: '2026-03-10',
  windowTo: '2026-06-30',
  objectsPerTrip: 1,
  openAtOnce: false,
  excludeOpenChecks: true,
};

/** Minutes of the conference that an act of the office rests on. */
export const onMinutes = {
  basis: 'minutes',
  minutesNumber: '纪要〔2026〕3号',
  minutesDate: '2026-03-09',
  attachments: [scan],
};
export const minutes = { outcome: 'approve', ...onMinutes };

export const drafted = check.after(propose, undefined, leadHandler, { scheme });
export const consulting = check.after(consult, drafted, leadHandler, { silence: 'blocks' });

/** The check after a participant's answer in the open round. */
export function answeredBy(state: JointCheckState, department: string, verdict: Verdict): JointCheckState {
  const reasons = verdict === 'agree' ? undefined : '时间与秋季专项冲突';
  return check.after(noteAnswer, state, clock, { round: state.round, department, verdict, reasons });
}

export const closed = (state: JointCheckState): JointCheckState =>
  check.after(closeRound, state, clock, { round: state.round });

export const agreed = closed(answeredBy(answeredBy(consulting, fire, 'agree'), tax, 'agreeWithComments'));
/** Fire objects, tax agrees; the round is over. */
export const objected = closed(answeredBy(answeredBy(consulting, fire, 'object'), tax, 'agree'));
export const submitted = check.after(submit, agreed, leadHandler);
export const proposed = check.after(proposeDecision, submitted, officeHandler, minutes);
export const approved = check.after(decide, proposed, officeDirector, { consent: 'confirm' });
export const returned = check.after(
  decide,
  check.after(proposeDecision, submitted, officeHandler, { outcome: 'return', reason: '比例过高' }),
  officeDirector,
  { consent: 'confirm' },
);
export const conditional = check.after(
  decide,
  check.after(proposeDecision, submitted, officeHandler, {
    ...minutes,
    outcome: 'approveWithConditions',
    conditions: ['补充安全方案', '告知镇街'],
  }),
  officeDirector,
  { consent: 'confirm' },
);
export const drawn = check.after(noteDraw, approved, clock, { draw: approved.draw, drawn: 10 });
export const underway = check.after(noteStart, drawn, clock, { visits: 10 });
