import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { approvedCheck, type ApprovedCheck } from '../../../services/queries/public/approved-checks';
import { namesOfVersions } from '../../../services/queries/public/public-items';
import type { AppWorld } from '../../app-world';
import { scopeLines } from '../../faces/joint-check/scope-lines';
import { strataLines } from '../../faces/joint-check/strata-lines';
import { pathTo, paths } from '../../paths';
import { checkJson } from './check-json';
import { nameOfList, publicFrame } from './public-frame';
import { publicQuery } from './public-query';

type Value = { text?: string; lines?: string[]; links?: { text: string; href: string }[] };

/** One approved check: departments with their items, objects, ratios, numbers and window; never which firms. */
export function publicCheckPage(world: AppWorld): Router {
  const { t, formatNumber, formatDate } = world.views.texts;
  return Router().get(paths.publicCheck, async (req, res) => {
    const check = await approvedCheck(world.dataSource, String(req.params['number']));
    if (!check) throw new Refusal('NOT_FOUND');
    if (publicQuery(req).format === 'json') return void res.json(checkJson(check));
    const { scheme, departmentNames: units } = check;
    const [names, scopeOf] = await Promise.all([namesOfVersions(world.dataSource, check.items), scopeLines(world)]);
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
        line('pages:check.lead', { text: units[check.lead] ?? check.lead }),
        ...(scheme.purpose ? [line('public:checks.purpose', { text: scheme.purpose })] : []),
        line('pages:check.window', { text: t('pages:check.windowValue', window) }),
        line('public:checks.scope', { lines: scopeOf(scheme.scope) }),
        line('public:checks.ratio', { lines: strataLines(t, scheme) }),
        line('public:checks.objects', { text: counted(check.objects, 'objects') }),
        line('public:checks.drawn', { text: counted(check.drawn, 'drawn') }),
        ...scheme.tasks.map((task) => ({
          key: { text: units[task.department] ?? task.department },
          value: { links: itemsOf(check, task, names) },
        })),
      ],
      downloads: [{ text: 'JSON', href: pathTo('publicCheck', { number: check.number, format: 'json' }) }],
    });
  });

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
