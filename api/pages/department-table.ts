import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { departmentStanding } from '../../services/queries/cases/department-standing';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { pathTo } from '../paths';
import type { Person } from '../person';
import { mayOpen } from './frame';

/** What is late and what is under way, by department, each figure leading to its list; nothing for those who see only their own. */
export async function departmentTable(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  const standing = await departmentStanding(world.dataSource, person, shanghaiDay(world.now()));
  if (standing.length === 0) return undefined;
  const units = await unitNames(world.dataSource);
  const supervises = mayOpen(person, 'supervision');
  const listOf = (department: string, late: boolean) =>
    supervises
      ? pathTo('supervision', { department, standing: late ? 'overdue' : 'open' })
      : pathTo('cases', { kind: 'all', department, standing: late ? 'overdue' : 'open' });
  const figure = (count: number, department: string, late: boolean) => ({
    text: String(count),
    href: count > 0 ? listOf(department, late) : undefined,
  });
  return {
    id: 'departments',
    caption: t('pages:standing.caption'),
    columns: [
      { text: t('pages:check.department') },
      { text: t('pages:standing.overdue'), kind: 'number' },
      { text: t('pages:standing.open'), kind: 'number' },
    ],
    rows: standing.map(({ department, overdue, open }) => ({
      cells: [
        { text: units[department] ?? department },
        figure(overdue, department, true),
        figure(open, department, false),
      ],
    })),
  };
}
