import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { Act } from '../../../domain/act';
import type { CaseState } from '../../../domain/process';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { ReferralState } from '../../../domain/referral/state';
import type { ConsultationState } from '../../../domain/consultation/state';
import type { VisitState } from '../../../domain/visit/state';
import type { Person } from '../../person';

/** What a form starts with: the version that the person sees, and what stands in the case already. */
export function presentValues(act: Act, state: CaseState, person: Person): Record<string, unknown> {
  const [process] = act.name.split('.');
  if (process === 'visit') {
    const result = (state as VisitState).results[person.department];
    const today = shanghaiDay(Date.now());
    return { version: result?.version, completedOn: today, methods: ['onSite'], signature: 'signed', followUp: 'none' };
  }
  if (act.name === 'jointCheck.revise') {
    const { scheme, schemeVersion } = state as JointCheckState;
    return { scheme, schemeVersion };
  }
  if (act.name === 'consultation.draftAnswer') {
    const draft = (state as ConsultationState).letters[person.department]?.draft;
    return draft ? { verdict: draft.verdict, reasons: draft.reasons, attachments: draft.attachments } : {};
  }
  if (act.name === 'referral.amend') {
    const { addressee, facts, legalBasis, catalogueCode, attachments } = state as ReferralState;
    return { addressee, facts, legalBasis, catalogueCode, attachments };
  }
  return {};
}
