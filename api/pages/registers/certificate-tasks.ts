import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { certificatesEnding } from '../../../services/queries/registers/certificates-ending';
import { readSetting } from '../../../services/queries/registers/read-setting';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { registerActor } from './register-actor';

/** Names of one line; the others are counted. */
const namedAtMost = 5;

/**
 * Rows of 待办 that warn whoever keeps a unit's officers of certificates that end, a line for each step of the county's
 * warning days, the last one first; a certificate that is over has a line of its own.
 */
export async function certificateTasks(world: AppWorld, person: Person) {
  const { t, formatDate, marks } = world.views.texts;
  if (!registerActor(person, 'inspector.edit')) return [];
  const today = shanghaiDay(world.now());
  const steps = (await readSetting(world.dataSource.manager, 'inspector.certificateWarningDays', today)).toReversed();
  const ending = await certificatesEnding(world.dataSource, person.department, today, steps.at(-1) ?? 0);
  return [-1, ...steps].flatMap((within, index) => {
    const above = index === 0 ? -Infinity : index === 1 ? -1 : (steps[index - 2] ?? -1);
    const officers = ending.filter(({ days }) => days > above && days <= within);
    const [first] = officers;
    if (!first) return [];
    const names = officers
      .slice(0, namedAtMost)
      .map(({ name, endsOn }) => `${name}${marks.brackets(formatDate(endsOn))}`);
    return [
      {
        cells: [
          {
            text: t(within < 0 ? 'registers:certificateTask.over' : 'registers:certificateTask.ends', {
              count: officers.length,
              days: within,
            }),
            href: officers.length === 1 ? pathTo('inspector', { id: first.id }) : pathTo('inspectors'),
          },
          {
            text: t(
              officers.length > namedAtMost ? 'registers:certificateTask.more' : 'registers:certificateTask.all',
              {
                names: names.join(marks.list),
                count: officers.length,
              },
            ),
          },
          {},
          {
            tag: {
              text: t(within < 0 ? 'registers:certificateTask.outOfPool' : 'registers:certificateTask.renew'),
              status: 'attention',
            },
          },
        ],
      },
    ];
  });
}
