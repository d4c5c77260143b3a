import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { strayDays } from '../../../services/queries/faults/strays';
import type { AppWorld } from '../../app-world';
import { paths } from '../../paths';
import type { Person } from '../../person';
import { mayOpen } from '../frame';
import { caseWords } from './case-words';

/** Cases that one row names. */
const named = 2;

/** A row of 待办 for each day on which something came past the web: today's, and earlier ones that nobody has taken note of. */
export async function strayTasks(world: AppWorld, person: Person) {
  const { texts } = world.views;
  const { t, formatDate, formatNumber, marks } = texts;
  const today = shanghaiDay(world.now());
  const days = await strayDays(world.dataSource, person, today, named);
  const href = mayOpen(person, 'faults') ? paths.faults : undefined;
  const does = href ? 'straysAdministrator' : 'straysSupervisor';
  return days.map(({ day, count, places, named: some }) => {
    const cases = some.map((place) => caseWords(texts, place).text).join(marks.list);
    const text = t('faults:tasks.strays', {
      count: formatNumber(count),
      cases: places > named ? t('faults:tasks.straysMore', { cases, count: places }) : cases,
      day: formatDate(day),
    });
    return { cells: [{ text, href }, { text: t('faults:tasks.straysMean'), hint: t(`faults:tasks.${does}`) }, {}, {}] };
  });
}
