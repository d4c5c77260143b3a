import { lastReminderOf, silent, type ConsultationState } from '../../../domain/consultation/state';
import { formatDate } from '../../views/format';
import type { Choice } from '../face';
import type { FactsContext } from '../facts';

/** Units whose answer is awaited, each with the day on which it was last reminded. */
export function unansweredChoices({ t, units }: FactsContext, state: ConsultationState): Choice[] {
  return silent(state).map((department) => {
    const unit = units[department] ?? department;
    const last = lastReminderOf(state, department);
    return {
      value: department,
      text: last === undefined ? unit : t('pages:round.remindedLast', { unit, day: formatDate(last) }),
    };
  });
}
