import { isWeekend } from '../../../domain/calendar/iso-day';
import { isWorkingDay } from '../../../domain/calendar/working-days';
import { readCalendar } from '../../../services/queries/registers/read-calendar';
import type { FactsContext } from '../facts';

/**
 * Days of visits in words, each said to be one of rest where it is: the firm may be closed, and a notice for it is to be
 * thought over. Of a year whose calendar is not out yet the weekends are known.
 */
export async function dayWords({ t, world }: Pick<FactsContext, 't' | 'world'>): Promise<(day: string) => string> {
  const { formatDate } = world.views.texts;
  const calendar = await readCalendar(world.dataSource);
  return (day) => {
    const worked = isWorkingDay(calendar, day);
    const rests = typeof worked === 'boolean' ? !worked : isWeekend(day);
    return rests ? t('pages:visit.restDay', { date: formatDate(day) }) : formatDate(day);
  };
}
