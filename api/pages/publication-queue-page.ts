import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import { publicationQueue } from '../../services/queries/cases/publication-queue';
import { unitNames } from '../../services/queries/people/unit-names';
import { daysUntil } from '../../services/queries/registers/days-until';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { caseAddress, pathTo, paths } from '../paths';
import { dueCell } from './due-cell';
import { frame, mayOpen } from './frame';
import { pagination } from './pagination';

const pageSize = 50;

/** What is to be published, soonest term first. */
export function publicationQueuePage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicationQueue, async (req, res) => {
    const person = personOf(req);
    if (!mayOpen(person, 'publicationQueue')) throw new Refusal('NOT_ENTITLED');
    const at = z.coerce.number().int().min(1).max(100_000).catch(1).parse(req.query['page']);
    const { rows, total } = await publicationQueue(world.dataSource, person, at, pageSize);
    const [units, days] = await Promise.all([
      unitNames(world.dataSource),
      daysUntil(
        world.dataSource,
        rows.flatMap((row) => row.due ?? []),
        world.now(),
      ),
    ]);
    const page = await frame(world, req, res, {
      title: t('pages:navigation.publicationQueue'),
      current: 'publicationQueue',
    });
    res.render('publication-queue', {
      page,
      total: t('pages:cases.total', { total }),
      table: {
        id: 'queue',
        caption: t('pages:navigation.publicationQueue'),
        captionHidden: true,
        stacked: true,
        columns: [
          t('pages:visit.object'),
          t('pages:queue.check'),
          t('pages:visit.department'),
          t('pages:visit.result'),
          t('pages:queue.completedOn'),
          t('pages:visit.publication'),
          t('pages:visit.publishDue'),
        ].map((text) => ({ text })),
        rows: rows.map((row) => ({
          cells: [
            { text: row.object, href: caseAddress(row.visitId) },
            { text: row.check },
            { text: units[row.department] ?? row.department },
            { text: t(`cases:codes.${row.code}`) },
            { text: row.completedOn },
            { text: t(`cases:publication.${row.publication}`) },
            dueCell(world, row.due, row.pendingYear, days),
          ],
        })),
        empty: { title: t('pages:queue.empty') },
      },
      pagination: pagination(at, Math.ceil(total / pageSize), (number) => pathTo('publicationQueue', { page: number })),
    });
  });
}
