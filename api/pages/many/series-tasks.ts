import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { readSetting } from '../../../services/queries/registers/read-setting';
import { unfinishedSeries } from '../../../services/queries/series/find-series';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { seriesFigures } from './series-words';

/**
 * What this person has begun on many cases and what is still not done of it when its term is over (setting
 * `series.unfinishedMinutes`), as a list of 待办; nothing where there is none.
 */
export async function seriesTasks(world: AppWorld, person: Person) {
  const { texts } = world.views;
  const { t, marks, formatDateTime } = texts;
  const now = world.now();
  const minutes = await readSetting(world.dataSource, 'series.unfinishedMinutes', shanghaiDay(now));
  const sentBy = new Date(now.getTime() - minutes * 60_000);
  const found = await unfinishedSeries(world.dataSource, person, { sentBy });
  if (found.length === 0) return undefined;
  return {
    id: 'series',
    caption: t('pages:series.tasks'),
    count: found.length,
    captionHidden: true,
    stacked: true,
    columns: [
      { text: t('pages:home.what') },
      { text: t('pages:series.figures') },
      { text: t('pages:series.sent'), kind: 'date' },
    ],
    rows: found.map((series) => ({
      cells: [
        {
          text: `${t('pages:series.task', { act: t(`acts:${series.act}.name`) })}${marks.brackets(t('pages:home.cases', { count: series.left }))}`,
          href: pathTo('manyActs', { act: series.act, series: series.id }),
        },
        { text: seriesFigures(texts, series) },
        { tag: { text: formatDateTime(series.sentAt), status: 'attention' } },
      ],
    })),
  };
}
