import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { checkFunnels } from '../../../services/queries/cases/check-funnels';
import { figuresOfDays, paces } from '../../../services/queries/cases/wait-figures';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { checkFunnel } from '../../charts/check-funnel';
import { trendLines } from '../../charts/trend-lines';
import { unitBars } from '../../charts/unit-bars';
import { paths } from '../../paths';
import { frame } from '../frame';
import { openPage } from '../registers/open-page';
import { funnelTable, paceTable, trendTable, unitTable } from './tables';
import { dashboardTiles } from './tiles';
import { ownUnit } from './whose';

/** Twenty days' trend. */
const trendDays = 20;
/** Funnels that are drawn; all stand in the table. */
const drawnAtMost = 6;

/** 办理情况 of all units, or of a leader's own: what is late and by whom, how far each check is, how it went, who is slow. */
export function dashboardPage(world: AppWorld): Router {
  const { t, formatShortDate } = world.views.texts;
  return Router().get(paths.dashboard, async (req, res) => {
    const person = openPage(req, 'dashboard');
    const department = ownUnit(person);
    const asked = { today: shanghaiDay(world.now()), department };
    const [head, funnels, days, pace, units, page] = await Promise.all([
      dashboardTiles(world, person),
      checkFunnels(world.dataSource, person, department),
      figuresOfDays(world.dataSource, person, { ...asked, days: trendDays }),
      paces(world.dataSource, person, asked),
      unitNames(world.dataSource),
      frame(world, req, res, { title: t('pages:navigation.dashboard'), current: 'dashboard' }),
    ]);
    const figures = head?.units ?? [];
    const [bars, lines, ...drawn] = await Promise.all([
      unitBars(figures, { unit: (code) => units[code] ?? code, part: (key) => t(`dashboard:standing.${key}`) }),
      trendLines(days, { line: (key) => t(`dashboard:trend.${key}`), day: formatShortDate }),
      ...funnels.rows
        .filter((row) => row.drawn > 0)
        .slice(0, drawnAtMost)
        .map(async (row) => ({
          title: row.title,
          svg: await checkFunnel(row, (step) => t(`dashboard:funnel.${step}`)),
        })),
    ]);
    res.render('dashboard', {
      page,
      about: department ? (units[department] ?? department) : t('dashboard:all'),
      tiles: head?.tiles,
      unitsTitle: t(department ? 'dashboard:units.own' : 'dashboard:units.title'),
      bars,
      unitTable: unitTable(world, units, figures),
      funnels: drawn,
      funnelTable: funnelTable(world, funnels, department),
      lines,
      trendTable: trendTable(world, days, department),
      paceTable: paceTable(world, units, pace),
    });
  });
}
