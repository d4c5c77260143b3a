import { kindOf } from '../../../domain/processes';
import { whens, type WorkLine } from '../../../services/queries/cases/work-list';
import { shortUnitNames } from '../../../services/queries/people/short-unit-names';
import { unitNames } from '../../../services/queries/people/unit-names';
import { daysUntil } from '../../../services/queries/registers/days-until';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { pathTo } from '../../paths';
import { claimForm } from '../claims/claim-form';
import { dueCell } from '../due-cell';
import { nameOfDay } from '../name-of-day';
import { onlyFirst } from '../list-parts';
import { taskAddress } from '../task-address';
import { countLines, type Whose } from './count-lines';
import { taskName } from '../task-name';
import { ownNumberOf } from '../../../domain/numbers';

/** Lines of one group that stand on the page before the rest is asked for. */
const atMost = 50;

/**
 * 待办 as one table for each part of the list, in each the lines of a check below its name.
 * @param alone the one part that was asked for whole
 */
export async function workGroups(
  world: AppWorld,
  lines: readonly WorkLine[],
  query: { act?: string; text?: string; when?: string; whose?: Whose },
  csrfToken: string | undefined,
) {
  const { texts } = world.views;
  const { t, marks, formatShortDate, formatDate } = texts;
  const [days, units, short] = await Promise.all([
    daysUntil(
      world.dataSource,
      lines.flatMap((line) => line.due ?? []),
      world.now(),
    ),
    unitNames(world.dataSource),
    shortUnitNames(world.dataSource),
  ]);
  return whens.flatMap((when) => {
    const own = lines.filter((line) => line.when === when);
    if (own.length === 0) return [];
    const shown = query.when === when ? own : own.slice(0, atMost);
    const { now, ahead } = countLines(own, query.whose);
    return [
      {
        id: `work-${when}`,
        caption: t(`pages:work.when.${when}`),
        // Only what can be done stands in the figure, as beside 待办; what has its day ahead is told beside it.
        count: now,
        ahead: ahead > 0 ? t('pages:work.ahead', { count: ahead }) : undefined,
        captionHidden: true,
        stacked: true,
        classes: 'app-work',
        columns: [
          ...['what', 'title2'].map((key) => ({ text: t(`pages:home.${key}`) })),
          { text: t('pages:home.number'), kind: 'code' },
          { text: t('pages:home.from'), classes: 'app-table__long' },
          ...['since', 'due'].map((key) => ({ text: t(`pages:home.${key}`), kind: 'date' })),
          { text: t('pages:claims.column') },
        ],
        rows: shown.flatMap((line, index) => [
          ...(line.rootId === shown[index - 1]?.rootId ? [] : [{ heading: line.rootTitle }]),
          { cells: cellsOf(line) },
        ]),
        part: onlyFirst(world, shown.length, own.length, pathTo('home', { ...query, when })),
      },
    ];
  });

  function cellsOf(line: WorkLine) {
    const kind = kindOf(line.caseId);
    const whole = line.caseId === line.rootId;
    const many = line.cases > 1;
    const name = nameOfDay({ t }, line.object, line.objectNow);
    return [
      {
        text: `${nameOfTask(line)}${many ? texts.marks.brackets(t('pages:home.cases', { count: line.cases })) : ''}`,
        href: taskAddress(line),
      },
      {
        // What is done together may still be about one firm.
        text: whole ? '' : (name ?? (many ? '' : t(`cases:kinds.${kind}`))),
        hint: many || !kind ? undefined : faces[kind].hint({ t, units }, line),
      },
      { text: many ? ownNumberOf(line.number) : line.number },
      { text: fromOf(line) },
      {
        text: formatDate(line.since),
        hint: line.remindedAt ? t('pages:work.reminded', { day: formatShortDate(line.remindedAt) }) : undefined,
      },
      dueCell(world, line.due, line.pendingYear, days),
      claimCell(line, many ? line.rootTitle : (name ?? line.title)),
    ];
  }

  /** Whose name is on it, and the press that puts one's own there. */
  function claimCell(line: WorkLine, about: string) {
    const { act, caseId, cases, parentId, claimed, ownClaims, claimedBy } = line;
    const own = ownClaims === cases;
    const part = claimed > 0 && claimed < cases ? t('pages:claims.some', { count: claimed }) : undefined;
    const place = cases > 1 && parentId ? { within: parentId.split('/')[1] } : { caseId };
    return {
      text: claimed > 0 ? (claimedBy ?? []).join(marks.list) : undefined,
      hint: part,
      form: claimForm(world, csrfToken, { act, ...place, about, claimed: claimed > 0, own }),
    };
  }

  /** Before its day a visit is an appointment and no task. */
  function nameOfTask(line: WorkLine): string {
    const ahead = `acts:${line.act}.ahead`;
    return line.notBefore && texts.has(ahead)
      ? t(ahead, { day: formatShortDate(line.notBefore) })
      : taskName(texts, line);
  }

  function fromOf({ fromUnit, fromName }: WorkLine): string {
    if (fromUnit === null || fromUnit === 'SYSTEM') return t('cases:capacities.system');
    return fromName ?? short[fromUnit] ?? fromUnit;
  }
}
