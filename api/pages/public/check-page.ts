import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { itemNames } from '../../../services/queries/cases/visit-view';
import { approvedChecks } from '../../../services/queries/public/approved-checks';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { formatDate } from '../../views/format';
import { strataLines } from '../../faces/joint-check/strata-lines';
import { nameOfList, publicFrame } from './public-frame';

/** One approved check: departments with their items, ratios and window; never which firms. */
export function publicCheckPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicCheck, async (req, res) => {
    const { rows } = await approvedChecks(world.dataSource, {
      number: String(req.params['number']),
      page: 1,
      pageSize: 1,
    });
    const check = rows[0];
    if (!check) throw new Refusal('NOT_FOUND');
    if (req.query['format'] === 'json') return void res.json(check);
    const { scheme } = check;
    const [units, names] = await Promise.all([
      unitNames(world.dataSource),
      itemNames(
        world.dataSource,
        scheme.tasks.flatMap((task) => task.items),
      ),
    ]);
    const line = (key: string, value: { text?: string; lines?: string[] }) => ({ key: { text: t(key) }, value });
    res.render('public-facts', {
      layout: 'public',
      page: publicFrame(world, {
        title: check.title,
        current: 'publicChecks',
        breadcrumbs: [{ text: nameOfList(world, 'publicChecks'), href: paths.publicChecks }, { text: check.number }],
      }),
      title: check.title,
      rows: [
        line('pages:home.number', { text: check.number }),
        line('pages:home.stage', { text: t(`cases:stages.joint-check.${check.stage}`) }),
        line('pages:check.lead', { text: units[check.lead] ?? check.lead }),
        line('pages:check.window', {
          text: t('pages:check.windowValue', { from: formatDate(scheme.windowFrom), to: formatDate(scheme.windowTo) }),
        }),
        line('pages:check.strata', { lines: strataLines(t, scheme) }),
        ...scheme.tasks.map((task) => ({
          key: { text: units[task.department] ?? task.department },
          value: { lines: task.items.map((code) => names[code] ?? code) },
        })),
      ],
      downloads: [{ text: 'JSON', href: pathTo('publicCheck', { number: check.number, format: 'json' }) }],
    });
  });
}
