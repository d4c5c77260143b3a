import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import { showCase } from '../../../services/queries/cases/show-case';
import { wholeTimeline, type WholeEntry } from '../../../services/queries/cases/whole-timeline';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { caseAddress, pathTo, paths } from '../../paths';
import { formatDate, formatDateTime } from '../../views/format';
import { frame } from '../frame';
import { pagination } from '../pagination';
import { fact } from '../registers/fact';
import { sendTable } from './send-table';
import { supervisingReader } from './supervising-reader';

const pageSize = 100;
const exportLimit = 100_000;
const Query = z.object({
  format: z.enum(['csv', 'json']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** One timeline of a case with all that grew out of it, in plain words; beside it the raw history of the engine. */
export function supervisedCasePage(world: AppWorld): Router {
  const { t, has } = world.views.texts;
  return Router().get(paths.supervisedCase, async (req, res) => {
    const reader = supervisingReader(req);
    const kind = String(req.params['kind']);
    const number = String(req.params['number']);
    const id = `${kind}/${number}`;
    const view = await showCase(world.dataSource, reader, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    const { page: at, format } = Query.parse(req.query);
    const units = await unitNames(world.dataSource);
    const { entries, total } = await wholeTimeline(world.dataSource, id, format ? 1 : at, format ? exportLimit : pageSize);
    if (format) return sendTable(res, format, `timeline-${kind}-${number}`, entries.map((entry) => exported(entry)));

    const title = view.title === view.number ? `${t(`cases:kinds.${view.kind}`)} ${view.number}` : view.title;
    const reads = personOf(req).capacities.includes('supervisor');
    const page = await frame(world, req, res, { title, current: 'supervision', breadcrumbs: [{ text: t('pages:navigation.supervision'), href: paths.supervision }, { text: view.number }] });
    res.render('supervision-case', {
      page,
      title,
      rows: [
        fact(t('supervision:number'), view.number),
        { key: { text: t('supervision:stage') }, value: { tag: { text: t(`cases:stages.${view.kind}.${view.stage}`), status: view.stage } } },
        fact(t('supervision:stageSince'), formatDateTime(view.stageSince)),
        fact(t('supervision:openedAt'), formatDateTime(view.openedAt)),
        fact(t('supervision:waiting'), view.waiting.map((party) => t(party.due ? 'supervision:waitsUntil' : 'supervision:waits', {
          who: `${units[party.department] ?? party.department} ${t(`cases:capacities.${party.capacity}`)}`,
          act: t(`acts:${party.act}.name`),
          since: formatDate(party.since),
          due: formatDate(party.due),
        }))),
      ],
      links: [
        ...(reads ? [{ text: t('supervision:toCase'), href: caseAddress(id) }] : []),
        ...(view.parent ? [{ text: t('supervision:toParent'), href: pathTo('supervisedCase', parts(view.parent)) }] : []),
        { text: t('supervision:rawHistory'), href: caseAddress(id, 'caseHistory') },
      ],
      total: t('supervision:entries', { total: total.toLocaleString('zh-CN') }),
      downloads: (['csv', 'json'] as const).map((form) => ({ text: t(`supervision:${form}`), href: pathTo('supervisedCase', { kind, number, format: form }) })),
      timeline: entries.map((entry) => item(entry)),
      pagination: pagination(at, Math.ceil(total / pageSize), (to) => pathTo('supervisedCase', { kind, number, page: to })),
    });

    function item(entry: WholeEntry) {
      const own = entry.subjectId === id;
      return {
        title: own ? said(entry) : t('supervision:of', { done: said(entry), subject: subjectOf(entry) }),
        href: own ? undefined : pathTo('supervisedCase', parts(entry.subjectId)),
        unit: units[entry.department],
        capacity: t(`cases:capacities.${entry.capacity}`),
        actor: entry.name ?? undefined,
        at: entry.at,
        reason: entry.reason ?? undefined,
        details: [{ key: t('pages:timeline.leaf'), value: entry.leafHash }],
      };
    }

    function exported(entry: WholeEntry): Record<string, unknown> {
      return {
        [t('supervision:at')]: entry.at.toISOString(),
        [t('supervision:act')]: said(entry),
        [t('supervision:subject')]: subjectOf(entry),
        [t('supervision:number')]: entry.subjectId.split('/')[1] ?? '',
        [t('supervision:department')]: units[entry.department] ?? entry.department,
        [t('supervision:capacity')]: t(`cases:capacities.${entry.capacity}`),
        [t('supervision:actor')]: entry.name ?? '',
        [t('supervision:reason')]: entry.reason ?? '',
        [t('supervision:leaf')]: entry.leafHash,
      };
    }
  });

  function said(entry: WholeEntry): string {
    return has(`acts:${entry.act}.done`) ? t(`acts:${entry.act}.done`) : entry.act;
  }

  function subjectOf(entry: WholeEntry): string {
    return `${t(`cases:kinds.${entry.kind}`)} ${entry.title || (entry.subjectId.split('/')[1] ?? '')}`;
  }
}

function parts(id: string): { kind: string; number: string } {
  const [kind = '', number = ''] = id.split('/');
  return { kind, number };
}
