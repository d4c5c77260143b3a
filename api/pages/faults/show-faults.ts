import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { Refusal } from '../../../domain/refusal';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { mailStandstill } from '../../../services/queries/mail/mail-standstill';
import { parkedSteps, type ParkedStep } from '../../../services/queries/faults/parked-steps';
import { strays } from '../../../services/queries/faults/strays';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { neighbours, onlyFirst, stretchFields, withPart } from '../list-parts';
import { refusalWords } from '../refusal-words';
import { parkedTable } from './parked-table';
import { straysTable } from './strays-table';

const pageSize = 50;
/** Strays that are listed where not all are asked for. */
const straysAtMost = 100;
const Query = z.object({ ...stretchFields, strays: z.enum(['all']).optional().catch(undefined) });

/** Shows both tables, with what stood against an act where one did. */
export async function showFaults(
  world: AppWorld,
  req: Request,
  res: Response,
  person: Person,
  refusal?: Refusal,
): Promise<void> {
  const { t, formatNumber, formatDateTime } = world.views.texts;
  const { strays: wished, ...at } = Query.parse(req.query);
  const now = world.now();
  const [steps, found, units, mail] = await Promise.all([
    stretchOf<ParkedStep & Placed>(world.dataSource, parkedSteps(person), { ...at, size: pageSize }),
    strays(world.dataSource, person, shanghaiDay(now), wished ? undefined : straysAtMost),
    unitNames(world.dataSource),
    mailStandstill(world.dataSource),
  ]);
  const title = t('pages:navigation.faults');
  const page = await frame(world, req, res, { title, current: 'faults', hasErrors: refusal !== undefined });
  res.status(refusal ? statusOf(refusal.code) : 200).render('faults', {
    page,
    title,
    errorList: refusal && [{ text: refusalWords(world, refusal), href: '#main-content' }],
    mail: mail && {
      text: t('faults:mail.text', { waiting: mail.waiting, since: formatDateTime(mail.since) }),
      failure: mail.failure,
    },
    total: withPart(world, t('faults:total', { total: formatNumber(steps.total) }), steps),
    parked: parkedTable(world, steps.rows, units, page.csrfToken),
    pagination: neighbours(steps, (place) => pathTo('faults', { strays: wished, ...place })),
    strays: {
      ...straysTable(world, found.rows),
      part: onlyFirst(world, found.rows.length, found.total, pathTo('faults', { ...at, strays: 'all' })),
    },
    note: found.rows.some((stray) => !stray.seen) && {
      action: pathTo('straysSeen'),
      csrfToken: page.csrfToken,
      submissionId: randomUUID(),
      fields: [{ widget: 'hidden', name: 'until', value: latest(found.rows).toISOString() }],
      submitText: t('faults:strays.note'),
      submitClasses: 'govuk-button--secondary',
    },
  });
}

/** What the person has seen reaches to here: what comes while the page is read is new. */
function latest(found: { lastAt: Date }[]): Date {
  return new Date(Math.max(...found.map(({ lastAt }) => lastAt.getTime() + 1)));
}
