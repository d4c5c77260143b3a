import type { ConsultationState } from '../../../domain/consultation/state';
import { row, type FactsContext, type Row } from '../facts';

/** 转办说明: what the liaison officer wrote for those of the own unit who answer. */
export function handedOnRows({ t, person }: FactsContext, state: ConsultationState): Row[] {
  return row(t('pages:round.handOnNote'), state.letters[person.department]?.handedOn?.note);
}
