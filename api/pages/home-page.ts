import { Router } from 'express';
import { ownNumberOf } from '../../domain/numbers';
import { kindOf, processes } from '../../domain/processes';
import { daysUntil } from '../../services/queries/registers/days-until';
import { stretchOf, type Placed } from '../../services/queries/ordered-list';
import { casesOf, type CaseLine } from '../../services/queries/cases/list-cases';
import { toDo, type ToDoLine } from '../../services/queries/cases/to-do';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { faces } from '../faces';
import { personOf } from '../middleware/require-person';
import { pathTo, paths } from '../paths';
import { capacityFor, type Person } from '../person';
import { accountTasks } from './accounts/account-tasks';
import { calendarTasks } from './calendar-tasks';
import { caseTable } from './case-table';
import { departmentTable } from './department-table';
import { dueCell } from './due-cell';
import { messageTasks } from './connectors/message-tasks';
import { faultTasks } from './faults/fault-tasks';
import { frame } from './frame';
import { onlyFirst } from './list-parts';
import { nameOfDay } from './name-of-day';
import { certificateTasks } from './registers/certificate-tasks';
import { codeTasks } from './registers/code-tasks';
import { recusalTasks } from './registers/recusal-tasks';
import { leavingTasks } from './leaving-tasks';
import { nobodyTasks } from './nobody-tasks';
import { taskAddress } from './task-address';
import { taskName } from './task-name';

const pageSize = 50;

/** 待办: what waits for this person; 进行中 and 已办 beside it. */
export function homePage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.home, async (req, res) => {
    const person = personOf(req);
    const tab = req.query['tab'] === 'underway' || req.query['tab'] === 'done' ? req.query['tab'] : 'toDo';
    const [waiting, ...others] = await Promise.all([
      toDo(world.dataSource, person),
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
    const tasks = others.flat();
    const page = await frame(world, req, res, { title: t('pages:home.title'), current: 'home' });
    const tabs = (['toDo', 'underway', 'done'] as const).map((key) => ({
      text: t(`pages:home.${key}`),
      href: pathTo('home', { tab: key === 'toDo' ? undefined : key }),
      current: key === tab,
      count: key === 'toDo' ? waiting.length + tasks.length : undefined,
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
        table: {
          ...(await caseTable(world, found.rows, t('pages:home.caseCaption'))),
          part: onlyFirst(world, found.rows.length, found.total, rest),
        },
      });
    }
    const [table, departments] = await Promise.all([
      toDoTable(world, waiting, tasks, nothingFor(world, person)),
      departmentTable(world, person),
    ]);
    res.render('home', { page, tabs, openings, table, departments });
  });
}

async function toDoTable(world: AppWorld, lines: ToDoLine[], tasks: { cells: object[] }[], empty: object) {
  const { t } = world.views.texts;
  const [days, units] = await Promise.all([
    daysUntil(
      world.dataSource,
      lines.flatMap((line) => line.due ?? []),
      world.now(),
    ),
    unitNames(world.dataSource),
  ]);
  return {
    id: 'to-do',
    caption: t('pages:home.caption'),
    captionHidden: true,
    stacked: true,
    columns: [
      { text: t('pages:home.what') },
      { text: t('pages:home.title2') },
      { text: t('pages:home.number') },
      { text: t('pages:home.due') },
    ],
    rows: [
      ...tasks,
      ...lines.map((line) => ({
        cells: [
          {
            text: `${taskName(world.views.texts, line)}${line.cases > 1 ? `（${t('pages:home.cases', { count: line.cases })}）` : ''}`,
            href: taskAddress(line),
          },
          {
            text: nameOfDay({ t }, line.object, line.objectNow) ?? line.title,
            hint: line.object ? (hintOf(line) ?? line.title) : undefined,
          },
          { text: line.cases > 1 ? ownNumberOf(line.number) : line.number },
          dueCell(world, line.due, line.pendingYear, days),
        ],
      })),
    ],
    empty,
  };

  function hintOf(line: ToDoLine): string | undefined {
    const kind = kindOf(line.caseId);
    return kind && faces[kind].hint({ t, units }, line);
  }
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
  if (!person.capacities.includes('supervisor'))
    return { title: t('pages:home.emptyTitle'), text: t('pages:home.emptyText') };
  return {
    title: t('pages:home.supervisorTitle'),
    text: t('pages:home.supervisorText'),
    next: { text: t('pages:home.supervisorNext'), href: pathTo('supervision', { standing: 'overdue' }) },
  };
}
