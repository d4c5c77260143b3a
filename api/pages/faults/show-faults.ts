import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { Refusal } from '../../../domain/refusal';
import { parkedSteps } from '../../../services/queries/faults/parked-steps';
import { strays } from '../../../services/queries/faults/strays';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { statusOf } from '../../problems';
import { formatNumber } from '../../views/format';
import { frame } from '../frame';
import { pagination } from '../pagination';
import { refusalWords } from '../refusal-words';
import { parkedTable } from './parked-table';
import { straysTable } from './strays-table';

const pageSize = 50;
const Query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** Shows both tables, with what stood against an act where one did. */
export async function showFaults(
  world: AppWorld,
  req: Request,
  res: Response,
  person: Person,
  refusal?: Refusal,
): Promise<void> {
  const { t } = world.views.texts;
  const { page: at } = Query.parse(req.query);
  const now = world.now();
  const [{ steps, total }, found, units] = await Promise.all([
    parkedSteps(world.dataSource, person, at, pageSize),
    strays(world.dataSource, person, shanghaiDay(now)),
    unitNames(world.dataSource),
  ]);
  const title = t('pages:navigation.faults');
  const page = await frame(world, req, res, { title, current: 'faults', hasErrors: refusal !== undefined });
  res.status(refusal ? statusOf(refusal.code) : 200).render('faults', {
    page,
    title,
    errorList: refusal && [{ text: refusalWords(world, refusal), href: '#content' }],
    total: t('faults:total', { total: formatNumber(total) }),
    parked: parkedTable(world, steps, units, page.csrfToken),
    pagination: pagination(at, Math.ceil(total / pageSize), (number) => pathTo('faults', { page: number })),
    strays: straysTable(world, found),
    note: found.some((stray) => !stray.seen) && {
      action: pathTo('straysSeen'),
      csrfToken: page.csrfToken,
      submissionId: randomUUID(),
      fields: [{ widget: 'hidden', name: 'until', value: latest(found).toISOString() }],
      submitText: t('faults:strays.note'),
      submitClasses: 'govuk-button--secondary',
    },
  });
}

/** What the person has seen reaches to here: what comes while the page is read is new. */
function latest(found: { lastAt: Date }[]): Date {
  return new Date(Math.max(...found.map(({ lastAt }) => lastAt.getTime() + 1)));
}
