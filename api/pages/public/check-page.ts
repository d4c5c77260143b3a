import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { stretchOf } from '../../../services/queries/ordered-list';
import { approvedCheck, type ApprovedCheck } from '../../../services/queries/public/approved-checks';
import { publicDraws, type PublicDraw } from '../../../services/queries/public/public-draws';
import { namesOfVersions } from '../../../services/queries/public/public-items';
import { findingsOfCheck } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { scopeLines } from '../../faces/joint-check/scope-lines';
import { strataLines } from '../../faces/joint-check/strata-lines';
import { pathTo, paths } from '../../paths';
import { checkJson } from './check-json';
import { nameOfList, publicFrame } from './public-frame';
import { publicQuery } from './public-query';
import { resultWords } from './result-words';

type Value = { text?: string; lines?: string[]; links?: { text: string; href?: string }[] };

/** Batches of one check are few; a check that draws anew has one more. */
const drawsShown = { size: 50 };

/**
 * One approved check: departments with their items, objects, ratios, numbers and window, its draws, what was published of
 * it, and why it ended; never which firms are still to be visited.
 */
export function publicCheckPage(world: AppWorld): Router {
  const { t, formatNumber, formatDate, formatDateTime } = world.views.texts;
  return Router().get(paths.publicCheck, async (req, res) => {
    const check = await approvedCheck(world.dataSource, String(req.params['number']));
    if (!check) throw new Refusal('NOT_FOUND');
    if (publicQuery(req).format === 'json') return void res.json(checkJson(check));
    const { scheme, departmentNames: units } = check;
    const [names, scopeOf, draws, findings] = await Promise.all([
      namesOfVersions(world.dataSource, check.items),
      scopeLines(world),
      stretchOf<PublicDraw>(world.dataSource, publicDraws(check.number), drawsShown),
      findingsOfCheck(world.dataSource, check.number),
    ]);
    const line = (key: string, value: Value) => ({ key: { text: t(key) }, value });
    const window = { from: formatDate(scheme.windowFrom), to: formatDate(scheme.windowTo) };
    res.render('public-facts', {
      layout: 'public',
      page: publicFrame(world, {
        title: check.title,
        current: 'publicChecks',
        description: t('public:description.check', { number: check.number, title: check.title }),
        breadcrumbs: [{ text: nameOfList(world, 'publicChecks'), href: paths.publicChecks }, { text: check.number }],
      }),
      title: check.title,
      rows: [
        line('pages:home.number', { text: check.number }),
        line('pages:home.stage', { text: t(`cases:stages.joint-check.${check.stage}`) }),
        line('public:checks.approvedAt', { text: formatDate(check.approvedAt) }),
        ...(check.endedAt
          ? [
              line(`public:checks.endedAt.${check.stage}`, { text: formatDate(check.endedAt) }),
              line('public:reason', { text: check.publicNote ?? t('public:checks.unexplained') }),
            ]
          : []),
        line('pages:check.lead', { text: units[check.lead] ?? check.lead }),
        ...(scheme.purpose ? [line('public:checks.purpose', { text: scheme.purpose })] : []),
        line('pages:check.window', { text: t('pages:check.windowValue', window) }),
        line('public:checks.scope', { lines: scopeOf(scheme.scope) }),
        line('public:checks.ratio', { lines: strataLines(t, scheme) }),
        line('public:checks.objects', { text: counted(check.objects, 'objects') }),
        line('public:checks.drawn', { text: counted(check.drawn, 'drawn') }),
        ...(draws.rows.length > 0 ? [line('public:checks.draw', { links: draws.rows.map(drawLink) })] : []),
        line('public:checks.results', resultsOf(check.number, findings)),
        ...scheme.tasks.map((task) => ({
          key: { text: units[task.department] ?? task.department },
          value: { links: itemsOf(check, task, names) },
        })),
      ],
      downloads: [{ text: 'JSON', href: pathTo('publicCheck', { number: check.number, format: 'json' }) }],
    });
  });

  /** Before its draw is opened the public finds its two hashes in the list; after it the whole bundle. */
  function drawLink({ number, drawnAt, stage }: PublicDraw) {
    const text = t('public:checks.drawValue', { number, at: formatDateTime(drawnAt) });
    return stage === 'opened'
      ? { text: `${text} ${t('public:draws.download')}`, href: pathTo('publicBundle', { number }) }
      : { text, href: paths.publicDraws };
  }

  function resultsOf(number: string, findings: Awaited<ReturnType<typeof findingsOfCheck>>): Value {
    const count = findings.reduce((sum, finding) => sum + finding.count, 0);
    if (count === 0) return { text: t('public:checks.resultsNone') };
    return {
      links: [
        ...findings.map((finding) => ({
          text: t('public:checks.resultsOf', {
            finding: resultWords(world, finding),
            count: formatNumber(finding.count),
          }),
        })),
        {
          text: t('public:checks.resultsAll', { count: formatNumber(count) }),
          href: pathTo('publicResults', { check: number }),
        },
      ],
    };
  }

  function counted(count: number | null, what: 'objects' | 'drawn'): string {
    return count === null
      ? t(`public:checks.${what}Later`)
      : t(`public:checks.${what}Value`, { count: formatNumber(count) });
  }
}

/** The items of a department's task, called as in the version that the check runs under. */
function itemsOf(check: ApprovedCheck, task: { items: string[] }, names: Record<string, string>) {
  return task.items.map((code) => {
    const version = check.items.find((item) => item.code === code)?.version;
    return { text: names[`${code} ${version}`] ?? code, href: pathTo('publicItem', { code, version }) };
  });
}
