import type { Request, Response } from 'express';
import type { Series } from '../../../services/queries/series/find-series';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { seriesFigures } from './series-words';

const refreshSeconds = 2;

/** A series that is being worked on: how many of how many are answered. The page comes anew by itself, also without script. */
export async function showProgress(world: AppWorld, req: Request, res: Response, series: Series): Promise<void> {
  const { t } = world.views.texts;
  const name = t(`acts:${series.act}.name`);
  const title = t('pages:series.title', { act: name });
  const page = await frame(world, req, res, {
    title,
    current: 'home',
    refreshSeconds,
    breadcrumbs: [{ text: t('pages:navigation.home'), href: paths.home }, { text: name }],
  });
  res.render('many-progress', {
    page,
    title,
    progress: {
      id: 'many-progress',
      label: t('pages:series.atWork', { act: name }),
      value: series.chosen - (series.left - series.refused),
      max: series.chosen,
      text: seriesFigures(world.views.texts, series),
      leaveText: t('pages:series.mayLeave'),
      refreshHref: pathTo('manyActs', { act: series.act, series: series.id }),
      refreshSeconds,
    },
    home: { text: t('pages:many.backHome'), href: paths.home },
  });
}
