import { lastReminderOf, silent, type ConsultationState } from '../../../domain/consultation/state';
import type { Choice } from '../face';
import type { FactsContext } from '../facts';

/** Units whose answer is awaited, each with the day on which it was last reminded. */
export function unansweredChoices({ world, units }: FactsContext, state: ConsultationState): Choice[] {
  const { t, formatDate } = world.views.texts;
  return silent(state).map((department) => {
    const unit = units[department] ?? department;
    const last = lastReminderOf(state, department);
    return {
      value: department,
      text: last === undefined ? unit : t('pages:round.remindedLast', { unit, day: formatDate(last) }),
    };
  });
}
