import { freezeQuestion } from '../../../domain/draw/freeze-question';
import type { DrawState } from '../../../domain/draw/state';
import { poolForecast } from '../../../services/queries/cases/pool-forecast';
import { row, type FactsContext, type Row } from '../facts';

const shownAtMost = 50;

/** What a freeze would make of the registers as they stand now: how large the pool is, and what is left out for which reason. */
export async function poolRows({ world, t, units }: FactsContext, state: DrawState): Promise<Row[]> {
  const { marks } = world.views.texts;
  const forecast = await poolForecast(world.dataSource, freezeQuestion(state));
  const { leftOutObjects, leftOutOfficers } = forecast;
  const reasonOf = (reason: string | null) => t(`cases:exclusions.${reason}`);
  const objects = leftOutObjects.map(({ reason, count, names }) =>
    t(count > names.length ? 'pages:draw.leftOutSome' : 'pages:draw.leftOutAll', {
      reason: reasonOf(reason),
      count,
      names: names.join(marks.list),
    }),
  );
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
    ...row(t('pages:draw.forecast'), t('pages:draw.forecastValue', { ...forecast })),
    ...row(t('pages:draw.leftOutObjects'), objects.length > 0 ? objects : t('pages:visit.none')),
    ...row(t('pages:draw.leftOutOfficers'), [
      ...(officers.length > 0 ? officers : [t('pages:visit.none')]),
      ...(more > 0 ? [t('pages:draw.officersMore', { count: more })] : []),
    ]),
  ];
}
