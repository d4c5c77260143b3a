import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import { correctionsUnderway } from '../../services/queries/cases/corrections-underway';
import { publicationQueue, type QueueLine } from '../../services/queries/cases/publication-queue';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { unitNames } from '../../services/queries/people/unit-names';
import { daysUntil } from '../../services/queries/registers/days-until';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { caseAddress, pathTo, paths } from '../paths';
import { correctionWords } from './correction-words';
import { dueCell } from './due-cell';
import { frame, mayOpen } from './frame';
import { neighbours, stretchFields, withPart } from './list-parts';
import { nameOfDay } from './name-of-day';

const pageSize = 50;

/** What is to be published, soonest term first. */
export function publicationQueuePage(world: AppWorld): Router {
  const { t, formatDate, formatNumber } = world.views.texts;
  return Router().get(paths.publicationQueue, async (req, res) => {
    const person = personOf(req);
    if (!mayOpen(person, 'publicationQueue')) throw new Refusal('NOT_ENTITLED');
    const stretch = { ...z.object(stretchFields).parse(req.query), size: pageSize };
    const found = await stretchOf<QueueLine & Placed>(world.dataSource, publicationQueue(person), stretch);
    const { rows, total } = found;
    const [units, days, underway] = await Promise.all([
      unitNames(world.dataSource),
      daysUntil(
        world.dataSource,
        rows.flatMap((row) => row.due ?? []),
        world.now(),
      ),
      correctionsUnderway(
        world.dataSource,
        rows.map(({ visitId }) => visitId),
      ),
    ]);
    const page = await frame(world, req, res, {
      title: t('pages:navigation.publicationQueue'),
      current: 'publicationQueue',
    });
    res.render('publication-queue', {
      page,
      total: withPart(world, t('pages:cases.total', { total: formatNumber(total) }), found),
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
            {
              text: nameOfDay({ t }, row.object, row.objectNow),
              href: caseAddress(row.visitId),
              hint: row.coded ? undefined : t('registers:object.notReportable'),
            },
            { text: row.check },
            { text: units[row.department] ?? row.department },
            { text: t(`cases:codes.${row.code}`) },
            { text: formatDate(row.completedOn) },
            {
              lines: [
                t(`cases:publication.${row.publication}`),
                ...correctionWords(world.views.texts, underway, { visit: row.visitId, department: row.department }),
              ],
            },
            dueCell(world, row.due, row.pendingYear, days),
          ],
        })),
        empty: { title: t('pages:queue.empty') },
      },
      pagination: neighbours(found, (at) => pathTo('publicationQueue', at)),
    });
  });
}
