import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { ReferralState } from '../../../domain/referral/state';
import type { ConsultationState } from '../../../domain/consultation/state';
import type { VisitState } from '../../../domain/visit/state';
import { formVersions } from '../../../services/queries/cases/visit-view';
import type { AppWorld } from '../../app-world';
import type { ShownAct } from './act-form';

/** What a form starts with: the version that the person sees, and what stands in the case already. */
export async function presentValues(world: AppWorld, shown: ShownAct): Promise<Record<string, unknown>> {
  const { act, person } = shown;
  const { state } = shown.view;
  switch (act.name) {
    case 'jointCheck.revise': {
      const { scheme, schemeVersion } = state as JointCheckState;
      return { scheme, schemeVersion };
    }
    case 'jointCheck.consult': {
      const { silence, consultationDays } = state as JointCheckState;
      return { silence, workingDays: consultationDays };
    }
    case 'consultation.draftAnswer':
    case 'consultation.sendAnswer': {
      const { verdict, reasons, attachments } = (state as ConsultationState).letters[person.department]?.draft ?? {};
      return { verdict, reasons, attachments };
    }
    case 'referral.amend': {
      const { addressee, facts, legalBasis, catalogueCode, attachments } = state as ReferralState;
      return { addressee, facts, legalBasis, catalogueCode, attachments };
    }
    default:
      return act.name.startsWith('visit.') ? visitValues(world, shown) : {};
  }
}

/** A correction, and a record that came back from review, start with the version before them. */
async function visitValues(world: AppWorld, { act, view, person }: ShownAct): Promise<Record<string, unknown>> {
  const state = view.state as VisitState;
  const version = state.results[person.department]?.version;
  if (act.name === 'visit.setDate') return { date: state.date };
  if (!('rows' in act.input.shape))
    return { version, completedOn: shanghaiDay(world.now()), methods: ['onSite'], signature: 'signed' };
  const before = version
    ? (await formVersions(world.dataSource, state.id)).find(
        (form) => form.department === person.department && form.version === version,
      )
    : undefined;
  return {
    completedOn: shanghaiDay(world.now()),
    methods: ['onSite'],
    signature: 'signed',
    followUp: 'none',
    ...before?.form,
  };
}
