import { Router } from 'express';
import { z } from 'zod';
import { propose } from '../../../../domain/joint-check/acts/propose';
import { jointCheck } from '../../../../domain/joint-check/process';
import { Refusal } from '../../../../domain/refusal';
import { casesOf, type CaseLine } from '../../../../services/queries/cases/list-cases';
import { stretchOf, type Placed } from '../../../../services/queries/ordered-list';
import { unitNames } from '../../../../services/queries/people/unit-names';
import type { AppWorld } from '../../../app-world';
import { personOf } from '../../../middleware/require-person';
import { frame } from '../../../pages/frame';
import { neighbours, stretchFields, withPart } from '../../../pages/list-parts';
import { pathTo, paths } from '../../../paths';

const pageSize = 20;
const Query = z.object({
  text: z.string().trim().max(100).optional().catch(undefined),
  ...stretchFields,
});

/** 复制以往检查: the checks that a handler may read, the newest first; each line opens a proposal with its scheme. */
export function checksToCopy(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
  return Router().get(paths.checksToCopy, async (req, res) => {
    const person = personOf(req);
    if (!person.capacities.includes('departmentHandler')) throw new Refusal('NOT_ENTITLED');
    const { text, after, before } = Query.parse(req.query);
    const list = casesOf(person, { kind: jointCheck.kind, text: text || undefined });
    const [found, units] = await Promise.all([
      stretchOf<CaseLine & Placed>(world.dataSource, list, { after, before, size: pageSize }),
      unitNames(world.dataSource),
    ]);
    const title = t('pages:proposal.copy');
    const page = await frame(world, req, res, {
      title,
      current: 'home',
      breadcrumbs: [
        { text: t(`acts:${propose.name}.name`), href: pathTo('caseNew', { act: propose.name }) },
        { text: title },
      ],
    });
    res.render('register-list', {
      page,
      title,
      note: t('pages:proposal.copyNote'),
      filter: {
        action: paths.checksToCopy,
        clearHref: paths.checksToCopy,
        fields: [
          { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:proposal.copySearch') }, value: text },
        ],
      },
      total: withPart(world, t('pages:proposal.copyTotal', { total: found.total }), found),
      table: {
        id: 'checks',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: t('pages:proposal.name') },
          { text: t('pages:check.lead') },
          { text: t('pages:proposal.openedOn'), kind: 'date' },
          { text: t('pages:proposal.stage') },
        ],
        rows: found.rows.map((line) => ({
          cells: [
            { text: line.title, href: pathTo('caseNew', { act: propose.name, copy: line.number }) },
            { text: (line.leadDepartment && units[line.leadDepartment]) ?? '' },
            { text: formatDate(line.openedAt) },
            { tag: { text: t(`cases:stages.${line.kind}.${line.stage}`), status: line.stage } },
          ],
        })),
        empty: { title: t('pages:proposal.nothingToCopy') },
      },
      pagination: neighbours(found, (at) => pathTo('checksToCopy', { text, ...at })),
    });
  });
}
