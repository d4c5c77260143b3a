import { Router } from 'express';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { Refusal } from '../../domain/refusal';
import { drawBundle } from '../../services/queries/cases/draw-bundle';
import { findState } from '../../services/queries/cases/find-receipt';
import { itemsByDepartment } from '../../services/queries/cases/proposal-options';
import { approvedChecks } from '../../services/queries/public/approved-checks';
import { publicDraws } from '../../services/queries/public/public-draws';
import { publishedResults, type PublishedResult } from '../../services/queries/public/published-results';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { errorPage } from '../middleware/error-page';
import { pathTo, paths } from '../paths';
import { zipOf } from './case/zip';
import { pagination } from './pagination';

const pageSize = 50;
const Query = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  format: z.enum(['json', 'csv']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The public site: no sign-in, stable addresses, works without script, JSON and CSV beside each page. */
export function publicSite(world: AppWorld): Router {
  const { t } = world.views.texts;
  const menu = [
    ['publicResults', 'results'],
    ['publicChecks', 'plans'],
    ['publicDraws', 'draws'],
    ['publicItems', 'items'],
  ] as const;
  const frameOf = (title: string, current: string, q?: string) => ({
    title,
    demonstration: world.config.demonstration,
    search: { action: paths.publicResults, value: q },
    navigation: menu.map(([name, key]) => ({ text: t(`layout:publicMenu.${key}`), href: pathTo(name), current: name === current })),
    signInHref: paths.signIn,
  });
  const router = Router();

  router.get(paths.publicHome, (_req, res) => res.redirect(303, paths.publicResults));

  router.get(paths.publicResults, async (req, res) => {
    const query = Query.parse(req.query);
    const { rows, total } = await publishedResults(world.dataSource, { text: query.q || undefined, page: query.page, pageSize: query.format ? 1000 : pageSize });
    if (query.format === 'json') return res.json({ total, page: query.page, results: rows });
    if (query.format === 'csv') return sendCsv(res, 'results', rows.map((row) => csvRow(row)));
    res.render('public-list', {
      layout: 'public',
      page: frameOf(t('layout:publicMenu.results'), 'publicResults', query.q),
      title: t('layout:publicMenu.results'),
      total: t('pages:cases.total', { total }),
      downloads: downloads('publicResults', query.q),
      table: {
        id: 'results',
        caption: t('layout:publicMenu.results'),
        captionHidden: true,
        stacked: true,
        columns: [t('pages:visit.object'), t('pages:visit.uscc'), t('pages:visit.department'), t('pages:queue.check'), t('pages:visit.result'), t('pages:queue.completedOn'), t('pages:public.publishedAt')].map((text, column) => (column > 4 ? { text, kind: 'date' as const } : { text })),
        rows: rows.map((row) => ({
          cells: [
            { text: row.objectName, href: pathTo('publicResult', { id: row.id }) },
            { text: row.uscc ?? '' },
            { text: row.departmentName },
            { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
            row.state === 'current' ? { text: t(`cases:codes.${row.code}`) } : { tag: { text: t(`pages:public.${row.state}`), status: row.state } },
            { text: row.completedOn },
            { text: world.views.texts.t('pages:public.day', { day: shanghaiDay(row.publishedAt) }) },
          ],
        })),
        empty: { title: query.q ? t('pages:public.nothingFound', { text: query.q }) : t('pages:public.nothing') },
      },
      pagination: pagination(query.page, Math.ceil(total / pageSize), (page) => pathTo('publicResults', { q: query.q, page })),
    });
  });

  router.get(paths.publicResult, async (req, res) => {
    const { rows } = await publishedResults(world.dataSource, { id: String(req.params['id']), page: 1, pageSize: 1 });
    const row = rows[0];
    if (!row) throw new Refusal('NOT_FOUND');
    const line = (key: string, text: string | null) => ({ key: { text: t(key) }, value: { text: text ?? '' } });
    res.render('public-facts', {
      layout: 'public',
      page: frameOf(row.objectName, 'publicResults'),
      title: row.objectName,
      note: row.state === 'current' ? undefined : t(`pages:public.${row.state}Note`, { day: row.changedAt ? shanghaiDay(row.changedAt) : '', reason: row.reason ?? '' }),
      rows: [
        line('pages:visit.uscc', row.uscc),
        line('pages:visit.department', row.departmentName),
        line('pages:queue.check', row.check),
        line('pages:visit.result', row.code ? t(`cases:codes.${row.code}`) : t('pages:public.withdrawn')),
        line('pages:queue.completedOn', row.completedOn),
        line('pages:public.publishedAt', shanghaiDay(row.publishedAt)),
        line('pages:public.version', String(row.version)),
      ],
    });
  });

  router.get(paths.publicChecks, async (req, res) => {
    const query = Query.parse(req.query);
    const { rows, total } = await approvedChecks(world.dataSource, { page: query.page, pageSize: query.format ? 1000 : pageSize });
    const units = await unitNames(world.dataSource);
    if (query.format === 'json') return res.json({ total, page: query.page, checks: rows });
    if (query.format === 'csv') return sendCsv(res, 'checks', rows.map((row) => ({ number: row.number, title: row.title, stage: t(`cases:stages.joint-check.${row.stage}`), lead: units[row.lead] ?? row.lead, from: row.scheme.windowFrom, to: row.scheme.windowTo })));
    res.render('public-list', {
      layout: 'public',
      page: frameOf(t('layout:publicMenu.plans'), 'publicChecks'),
      title: t('layout:publicMenu.plans'),
      total: t('pages:cases.total', { total }),
      downloads: downloads('publicChecks'),
      table: {
        id: 'checks',
        caption: t('layout:publicMenu.plans'),
        captionHidden: true,
        stacked: true,
        columns: [t('pages:queue.check'), t('pages:home.number'), t('pages:check.lead'), t('pages:check.participants'), t('pages:check.window'), t('pages:home.stage')].map((text) => ({ text })),
        rows: rows.map((row) => ({
          cells: [
            { text: row.title, href: pathTo('publicCheck', { number: row.number }) },
            { text: row.number },
            { text: units[row.lead] ?? row.lead },
            { text: row.departments.filter((code) => code !== row.lead).map((code) => units[code] ?? code).join('、') },
            { text: t('pages:check.windowValue', { from: row.scheme.windowFrom, to: row.scheme.windowTo }) },
            { tag: { text: t(`cases:stages.joint-check.${row.stage}`), status: row.stage } },
          ],
        })),
        empty: { title: t('pages:public.nothing') },
      },
      pagination: pagination(query.page, Math.ceil(total / pageSize), (page) => pathTo('publicChecks', { page })),
    });
  });

  router.get(paths.publicCheck, async (req, res) => {
    const { rows } = await approvedChecks(world.dataSource, { number: String(req.params['number']), page: 1, pageSize: 1 });
    const check = rows[0];
    if (!check) throw new Refusal('NOT_FOUND');
    const units = await unitNames(world.dataSource);
    const names = new Map((await itemsByDepartment(world.dataSource, check.scheme.windowFrom)).map((item) => [item.code, item.name]));
    const line = (key: string, value: { text?: string; lines?: string[] }) => ({ key: { text: t(key) }, value });
    res.render('public-facts', {
      layout: 'public',
      page: frameOf(check.title, 'publicChecks'),
      title: check.title,
      rows: [
        line('pages:home.number', { text: check.number }),
        line('pages:home.stage', { text: t(`cases:stages.joint-check.${check.stage}`) }),
        line('pages:check.lead', { text: units[check.lead] ?? check.lead }),
        line('pages:check.window', { text: t('pages:check.windowValue', { from: check.scheme.windowFrom, to: check.scheme.windowTo }) }),
        line('pages:check.strata', { lines: check.scheme.strata.map((stratum) => (stratum.count === undefined ? t('pages:check.ratio', { risk: t(`cases:riskClasses.${stratum.riskClass}`), percent: (stratum.basisPoints ?? 0) / 100 }) : t('pages:check.count', { risk: t(`cases:riskClasses.${stratum.riskClass}`), count: stratum.count }))) }),
        ...check.scheme.tasks.map((task) => ({ key: { text: units[task.department] ?? task.department }, value: { lines: task.items.map((code) => names.get(code) ?? code) } })),
      ],
    });
  });

  router.get(paths.publicDraws, async (req, res) => {
    const query = Query.parse(req.query);
    const { rows, total } = await publicDraws(world.dataSource, query.page, query.format ? 1000 : pageSize);
    if (query.format === 'json') return res.json({ total, page: query.page, draws: rows });
    if (query.format === 'csv') return sendCsv(res, 'draws', rows.map((row) => ({ ...row })));
    res.render('public-list', {
      layout: 'public',
      page: frameOf(t('layout:publicMenu.draws'), 'publicDraws'),
      title: t('layout:publicMenu.draws'),
      note: t('pages:draw.consistentOnly'),
      total: t('pages:cases.total', { total }),
      downloads: downloads('publicDraws'),
      table: {
        id: 'draws',
        caption: t('layout:publicMenu.draws'),
        captionHidden: true,
        stacked: true,
        columns: [t('pages:public.batch'), t('pages:queue.check'), t('pages:public.drawnAt'), t('pages:draw.prkHash'), t('pages:draw.resultHash'), t('pages:draw.drawn'), t('pages:public.bundle')].map((text, column) => (column === 3 || column === 4 ? { text, classes: 'app-table__hash' } : { text })),
        rows: rows.map((row) => ({
          cells: [
            { text: row.number },
            { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
            { text: row.drawnAt.slice(0, 10) },
            { text: row.prkHash },
            { text: row.resultHash },
            { text: row.drawn === null ? t('pages:public.afterVisits') : String(row.drawn) },
            row.stage === 'opened' ? { text: t('pages:public.download'), href: `${paths.publicDraws}/${row.number}/bundle.zip` } : { text: t('pages:public.afterVisits') },
          ],
        })),
        empty: { title: t('pages:public.nothing') },
      },
      pagination: pagination(query.page, Math.ceil(total / pageSize), (page) => pathTo('publicDraws', { page })),
    });
  });

  router.get(`${paths.publicDraws}/:number/bundle.zip`, async (req, res) => {
    const state = await findState(world.dataSource, `draw/${req.params['number']}`);
    const files = state?.stage === 'opened' ? await drawBundle(world.dataSource, state.number) : undefined;
    if (!files) throw new Refusal('NOT_FOUND');
    res.setHeader('Content-Disposition', `attachment; filename="draw-${state?.number}.zip"`);
    res.type('application/zip').send(zipOf(files));
  });

  router.get(paths.publicItems, async (req, res) => {
    const query = Query.parse(req.query);
    const items = await itemsByDepartment(world.dataSource, shanghaiDay(world.now()));
    const units = await unitNames(world.dataSource);
    if (query.format === 'json') return res.json({ total: items.length, items });
    if (query.format === 'csv') return sendCsv(res, 'items', items.map((item) => ({ ...item })));
    res.render('public-list', {
      layout: 'public',
      page: frameOf(t('layout:publicMenu.items'), 'publicItems'),
      title: t('layout:publicMenu.items'),
      total: t('pages:cases.total', { total: items.length }),
      downloads: downloads('publicItems'),
      table: {
        id: 'items',
        caption: t('layout:publicMenu.items'),
        captionHidden: true,
        stacked: true,
        columns: [t('pages:check.items'), t('pages:visit.department'), t('pages:public.category'), t('pages:home.number')].map((text) => ({ text })),
        rows: items.map((item) => ({ cells: [{ text: item.name }, { text: units[item.department] ?? item.department }, { text: item.category }, { text: item.code }] })),
        empty: { title: t('pages:public.nothing') },
      },
    });
  });

  router.use('/public', (_req, _res, next) => next(new Refusal('NOT_FOUND')));
  router.use('/public', errorPage(world));
  return router;

  function downloads(name: 'publicResults' | 'publicChecks' | 'publicDraws' | 'publicItems', q?: string) {
    return (['csv', 'json'] as const).map((format) => ({ text: format.toUpperCase(), href: pathTo(name, { q, format }) }));
  }

  function csvRow(row: PublishedResult): Record<string, unknown> {
    return { ...row, items: row.items.join(' '), publishedAt: row.publishedAt.toISOString(), changedAt: row.changedAt?.toISOString() ?? '', result: row.code ? t(`cases:codes.${row.code}`) : '' };
  }
}

function sendCsv(res: { setHeader(name: string, value: string): unknown; send(body: string): unknown }, name: string, rows: Record<string, unknown>[]): void {
  res.setHeader('Content-Type', 'text/csv; charset=utf-8');
  res.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`);
  // A spreadsheet must never take a firm's name for a formula.
  res.send(`\uFEFF${stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' })}`);
}
