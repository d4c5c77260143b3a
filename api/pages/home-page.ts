import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { readsCases, seesAll } from '../../domain/permissions/reader';
import { processes } from '../../domain/processes';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { casesOf, type CaseLine } from '../../services/queries/cases/list-cases';
import { whens, workList } from '../../services/queries/cases/work-list';
import { draftCount } from '../../services/queries/people/find-drafts';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { pathTo, paths } from '../paths';
import { capacityFor, type Person } from '../person';
import { accountTasks } from './accounts/account-tasks';
import { calendarTasks } from './calendar-tasks';
import { caseTable } from './case-table';
import { unitTable } from './dashboard/tables';
import { dashboardTiles } from './dashboard/tiles';
import { messageTasks } from './connectors/message-tasks';
import { faultTasks } from './faults/fault-tasks';
import { frame } from './frame';
import { onlyFirst, withPart } from './list-parts';
import { certificateTasks } from './registers/certificate-tasks';
import { codeTasks } from './registers/code-tasks';
import { recusalTasks } from './registers/recusal-tasks';
import { leavingTasks } from './leaving-tasks';
import { nobodyTasks } from './nobody-tasks';
import { seriesTasks } from './many/series-tasks';
import { startOf } from './start-page';
import { batchLinks } from './work-list/batch-links';
import { chosenLines, whoseChips, workChips } from './work-list/work-chips';
import { workGroups } from './work-list/work-groups';

const pageSize = 50;

const Query = z.object({
  tab: z.enum(['underway', 'done']).optional().catch(undefined),
  act: z.string().max(80).optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  when: z.enum(whens).optional().catch(undefined),
  whose: z.enum(['mine', 'nobody']).optional().catch(undefined),
});

/** 待办: what waits for this person, by when it is due; 进行中 and 已办 beside it. */
export function homePage(world: AppWorld): Router {
  const { t, formatNumber } = world.views.texts;
  return Router().get(paths.home, async (req, res) => {
    const person = personOf(req);
    const { tab = 'toDo', ...query } = Query.parse(req.query);
    const page = await frame(world, req, res, { title: t('pages:home.title'), current: 'home' });
    const tabs = (['toDo', 'underway', 'done'] as const).map((key) => ({
      text: t(`pages:home.${key}`),
      href: pathTo('home', { tab: key === 'toDo' ? undefined : key }),
      current: key === tab,
      // Of cases: what registers and the program ask of a person is counted where it stands.
      count: key === 'toDo' && readsCases(person) ? page.waits : undefined,
    }));
    const openings = openingsFor(world, person);
    if (tab !== 'toDo') {
      const closed = tab === 'done';
      const found = await stretchOf<CaseLine & Placed>(world.dataSource, casesOf(person, { closed }), {
        size: pageSize,
      });
      const rest = pathTo('cases', { kind: 'all', standing: closed ? 'closed' : 'open' });
      return res.render('home', {
        page,
        tabs,
        openings,
        total: withPart(world, t('pages:cases.total', { total: formatNumber(found.total) }), found),
        table: {
          ...(await caseTable(world, found.rows, t('pages:home.caseCaption'))),
          part: onlyFirst(world, found.rows.length, found.total, rest),
        },
      });
    }
    const drafts = await draftCount(world.dataSource, person.account, world.now());
    const [lines, board, unfinished, ...others] = await Promise.all([
      workList(world.dataSource, person, { today: shanghaiDay(world.now()), text: query.text || undefined }),
      dashboardTiles(world, person),
      seriesTasks(world, person),
      faultTasks(world, person),
      calendarTasks(world, person),
      messageTasks(world, person),
      recusalTasks(world, person),
      accountTasks(world, person),
      certificateTasks(world, person),
      codeTasks(world, person),
      leavingTasks(world, person),
      nobodyTasks(world, person),
    ]);
    const chosen = chosenLines(lines, query);
    const filtered = Boolean(query.act || query.text || query.whose);
    const upkeep = filtered ? [] : others.flat();
    const groups = await workGroups(world, chosen, query, page.csrfToken);
    res.render('home', {
      page,
      tabs,
      openings,
      tiles: board?.tiles,
      departments:
        board && seesAll(person) ? unitTable(world, await unitNames(world.dataSource), board.units) : undefined,
      filter: lines.length > 0 || filtered ? filterOf(query.text) : undefined,
      chips: workChips(world, lines, query),
      batches: batchLinks(world, chosen),
      whose: whoseChips(world, lines, query),
      drafts: drafts > 0 ? { text: t('drafts:mine'), href: paths.drafts, count: drafts } : undefined,
      hidden: query.act,
      groups,
      unfinished: filtered ? undefined : unfinished,
      upkeep: upkeep.length > 0 ? upkeepTable(world, upkeep) : undefined,
      empty: groups.length + upkeep.length > 0 ? undefined : filtered ? nothingFound(world) : nothingFor(world, person),
    });
  });

  function filterOf(text: string | undefined) {
    return { action: paths.home, label: t('pages:work.text'), value: text };
  }
}

/** What registers, calendars, platforms and the program itself ask of this person: no acts on cases, and without a term. */
function upkeepTable(world: AppWorld, tasks: { cells: object[] }[]) {
  const { t } = world.views.texts;
  return {
    id: 'to-do',
    caption: t('pages:work.upkeep'),
    captionHidden: true,
    stacked: true,
    columns: ['what', 'title2', 'number', 'due'].map((key) => ({ text: t(`pages:home.${key}`) })),
    rows: tasks,
  };
}

function nothingFound({ views: { texts } }: AppWorld) {
  const { t } = texts;
  return { title: t('pages:work.nothingFound'), next: { text: t('pages:work.showAll'), href: paths.home } };
}

/** Cases that this person may open, by the act that opens them. */
function openingsFor(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  return Object.values(processes).flatMap((process) =>
    process.acts
      .filter((act) => act.opens && !act.byClock && !capacityFor(person, process, act, undefined).obstacle)
      .map((act) => ({ text: t(`acts:${act.name}.name`), href: pathTo('caseNew', { act: act.name }) })),
  );
}

/** Whoever never decides on a case is told where their work is. */
function nothingFor(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  const start = startOf(person);
  if (!person.capacities.includes('supervisor') && start !== paths.home)
    return {
      title: t('pages:home.emptyTitle'),
      text: t('pages:home.elsewhere'),
      next: { text: t('pages:home.workplace'), href: start },
    };
  if (!person.capacities.includes('supervisor'))
    return { title: t('pages:home.emptyTitle'), text: t('pages:home.emptyText') };
  return {
    title: t('pages:home.supervisorTitle'),
    text: t('pages:home.supervisorText'),
    next: { text: t('pages:home.supervisorNext'), href: paths.dashboard },
  };
}
