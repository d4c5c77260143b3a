import { freezeQuestion } from '../../../domain/draw/freeze-question';
import { shortageOf } from '../../../domain/draw/shortage';
import type { DrawState } from '../../../domain/draw/state';
import type { DepartmentTask } from '../../../domain/joint-check/scheme';
import { poolForecast } from '../../../services/queries/cases/pool-forecast';
import { pathTo } from '../../paths';
import { row, type FactsContext, type Row } from '../facts';

const shownAtMost = 50;

/**
 * What a freeze would make of the registers as they stand now: how large the pool is, what is left out for which reason, and which
 * department could send nobody.
 */
export async function poolRows({ world, t, units }: FactsContext, state: DrawState): Promise<Row[]> {
  const { marks, formatNumber } = world.views.texts;
  const forecast = await poolForecast(world.dataSource, freezeQuestion(state));
  const { leftOutObjects, leftOutOfficers } = forecast;
  const reasonOf = (reason: string | null) => t(`cases:exclusions.${reason}`);
  const objects = leftOutObjects.map(({ reason, count, names }) => ({
    text: t(count > names.length ? 'pages:draw.leftOutSome' : 'pages:draw.leftOutAll', {
      reason: reasonOf(reason),
      count,
      names: names.join(marks.list),
    }),
    href: pathTo('leftOut', { number: state.number, reason }),
  }));
  const officers = leftOutOfficers.slice(0, shownAtMost).map(({ department, name, staffNo, exclusion }) =>
    t('pages:draw.officerOut', {
      unit: units[department] ?? department,
      name,
      staffNo,
      reason: reasonOf(exclusion),
    }),
  );
  const more = leftOutOfficers.length - officers.length;
  return [
    ...row(t('pages:draw.base'), t('pages:draw.baseValue', { base: formatNumber(forecast.base) })),
    objects.length > 0
      ? { key: { text: t('pages:draw.leftOutObjects') }, value: { links: objects } }
      : { key: { text: t('pages:draw.leftOutObjects') }, value: { text: t('pages:visit.none') } },
    {
      key: { text: t('pages:draw.forecast') },
      value: {
        links: [
          {
            text: t('pages:draw.forecastValue', {
              objects: forecast.objects,
              drawSize: forecast.drawSize,
              inspectors: forecast.inspectors,
            }),
            href: pathTo('pool', { number: state.number }),
          },
        ],
      },
    },
    ...row(t('pages:draw.teams'), state.scheme.tasks.map(teamLine)),
    ...row(t('pages:draw.leftOutOfficers'), [
      ...(officers.length > 0 ? officers : [t('pages:visit.none')]),
      ...(more > 0 ? [t('pages:draw.officersMore', { count: more })] : []),
    ]),
  ];

  /** Whether a department could send a team, and what it lacks. */
  function teamLine(task: DepartmentTask): string {
    const available = forecast.officers.filter(({ department }) => department === task.department);
    const short = shortageOf(task, available);
    const { qualification, slot } = short ?? {};
    return t(`pages:draw.${!short ? 'teamEnough' : qualification ? 'teamUnqualified' : 'teamShort'}`, {
      unit: units[task.department] ?? task.department,
      available: available.length,
      officers: task.officers,
      qualification,
      slot,
    });
  }
}
