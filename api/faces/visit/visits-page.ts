import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { correctionsUnderway } from '../../../services/queries/cases/corrections-underway';
import { checkVisits, type VisitLine } from '../../../services/queries/cases/check-visits';
import { showCase } from '../../../services/queries/cases/show-case';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { unitNames } from '../../../services/queries/people/unit-names';
import { visit as visitProcess } from '../../../domain/visit/process';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { caseAddress, pathTo, paths } from '../../paths';
import { correctionWords } from '../../pages/correction-words';
import { frame } from '../../pages/frame';
import { neighbours, stretchFields, withPart } from '../../pages/list-parts';
import { formatNumber } from '../../views/format';
import { dayWords } from './day-words';
import { manyVisits } from './many-visits';

const pageSize = 50;
const Query = z.object({
  act: z.string().max(60).optional().catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  ...stretchFields,
});

/** The visits of a check: object, day, each department's result; or only those that wait for this person's act. */
export function visitsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.visitsOfCheck, async (req, res) => {
    const person = personOf(req);
    const number = String(req.params['number']);
    const check = await showCase(world.dataSource, person, `joint-check/${number}`);
    if (!check) throw new Refusal('CASE_UNKNOWN', { case: number });
    const { after, before, ...query } = Query.parse(req.query);
    const list = checkVisits(person, check.id, {
      act: query.act || undefined,
      stage: query.stage || undefined,
      text: query.text || undefined,
    });
    const found = await stretchOf<VisitLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const [units, counts, underway, said] = await Promise.all([
      unitNames(world.dataSource),
      checkCounts(world.dataSource, check.id),
      correctionsUnderway(
        world.dataSource,
        found.rows.map(({ id }) => id),
      ),
      dayWords({ t, world }),
    ]);
    const page = await frame(world, req, res, {
      title: t('pages:visits.title', { check: check.title }),
      current: 'cases',
      breadcrumbs: [{ text: check.title, href: caseAddress(check.id) }, { text: t('pages:check.visits') }],
    });
    res.render('visits', {
      page,
      title: check.title,
      progress: t('pages:check.progressValue', { ...counts, open: counts.awaitingPublication }),
      waitingFor: query.act ? t(`acts:${query.act}.name`) : undefined,
      allHref: pathTo('visitsOfCheck', { number }),
      manyHref:
        query.act && Object.hasOwn(manyVisits, query.act)
          ? pathTo('manyActs', { act: query.act, within: number })
          : undefined,
      filter: {
        action: pathTo('visitsOfCheck', { number }),
        clearHref: pathTo('visitsOfCheck', { number }),
        fields: [
          {
            widget: 'select',
            id: 'stage',
            name: 'stage',
            label: { text: t('pages:cases.stage') },
            items: [
              { value: '', text: t('pages:cases.all') },
              ...visitProcess.stages.map((value) => ({
                value,
                text: t(`cases:stages.visit.${value}`),
                selected: value === query.stage,
              })),
            ],
          },
          { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:visits.search') }, value: query.text },
        ],
      },
      total: withPart(world, t('pages:cases.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'visits',
        caption: t('pages:check.visits'),
        captionHidden: true,
        stacked: true,
        columns: [
          t('pages:visit.object'),
          t('pages:visit.uscc'),
          t('pages:visit.address'),
          t('pages:visit.date'),
          t('pages:visit.stage'),
          t('pages:visit.results'),
        ].map((text) => ({ text })),
        rows: found.rows.map((line) => ({
          cells: [
            { text: line.object, href: caseAddress(line.id) },
            { text: line.uscc ?? '' },
            { text: line.address ?? '' },
            { text: line.state.date ? said(line.state.date) : t('pages:visit.noDate') },
            { tag: { text: t(`cases:stages.visit.${line.stage}`), status: line.stage } },
            {
              lines: line.results.flatMap((result) => [
                `${units[result.department] ?? result.department}：${t(`cases:results.${result.stage}`)}${result.code ? ` ${t(`cases:codes.${result.code}`)}` : ''}`,
                ...correctionWords({ t }, underway, { visit: line.id, department: result.department }),
              ]),
            },
          ],
        })),
        empty: { title: t('pages:visits.empty') },
      },
      pagination: neighbours(found, (at) => pathTo('visitsOfCheck', { number, ...query, ...at })),
    });
  });
}
