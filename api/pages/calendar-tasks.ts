import { calendarKeepers, calendarsAwaited } from '../../services/queries/registers/calendars-awaited';
import type { AppWorld } from '../app-world';
import { pathTo } from '../paths';
import type { Person } from '../person';
import { registerActor } from './registers/register-actor';

/**
 * Rows of 待办 for years whose calendar is missing (M30): whoever publishes calendars is led there, the office's handler is
 * told whom to ask. A row is gone when its year is published.
 */
export async function calendarTasks(world: AppWorld, person: Person) {
  const { t, marks } = world.views.texts;
  const publishes = registerActor(person, 'calendar.publish') !== undefined;
  if (!publishes && !person.capacities.includes('officeHandler')) return [];
  const awaited = await calendarsAwaited(world.dataSource);
  if (awaited.length === 0) return [];
  const keepers = publishes ? [] : await calendarKeepers(world.dataSource);
  return awaited.map(({ year, cases }) => ({
    cells: [
      publishes
        ? { text: t('pages:calendarTask.publish', { year }), href: pathTo('calendar', { year }) }
        : { text: t('pages:calendarTask.ask', { year }) },
      {
        text: t('pages:calendarTask.cases', { count: cases }),
        hint: publishes
          ? undefined
          : t('pages:calendarTask.whom', {
              names: keepers.join(marks.list) || t('cases:capacities.systemAdministrator'),
            }),
      },
      {},
      { tag: { text: t('pages:home.pendingCalendar', { year }), status: 'attention' } },
    ],
  }));
}
