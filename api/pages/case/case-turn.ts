import { claimsOn, type ClaimOn } from '../../../services/queries/cases/claims-on';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { toDo, type ToDoLine } from '../../../services/queries/cases/to-do';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { faces } from '../../faces';
import { kindOf } from '../../../domain/processes';
import type { AppWorld } from '../../app-world';
import { actAddress, pathTo } from '../../paths';
import type { Person } from '../../person';
import { dueWords } from '../../views/text-functions';
import type { Texts } from '../../views/texts';
import { taskAddress } from '../task-address';
import { taskName } from '../task-name';

/** One thing that waits for this person on a case or its parts. */
export interface Turn {
  act: string;
  /** It is the case's own act, and not one of a part. */
  own: boolean;
  /** What it is, on how many parts, and until when. */
  words: string;
  button: { text: string; href: string };
}

/** What waits for this person on a case and on what belongs to it, the soonest term first. */
export async function turnsOn(world: AppWorld, person: Person, view: CaseView): Promise<Turn[]> {
  const { marks } = world.views.texts;
  if (view.closed) return [];
  const { texts } = world.views;
  const lines = (await toDo(world.dataSource, person)).filter(
    ({ caseId, parentId }) => caseId === view.id || parentId === view.id,
  );
  const [days, claims] = await Promise.all([
    daysUntil(
      world.dataSource,
      lines.flatMap(({ due }) => due ?? []),
      world.now(),
    ),
    claimsOn(world.dataSource, view.id, person.department),
  ]);
  return lines
    .filter((line) => alike(line)[0] === line)
    .map((line) => {
      const together = alike(line);
      const count = together.reduce((sum, { cases }) => sum + cases, 0);
      const own = line.caseId === view.id;
      const task = taskName(texts, line);
      return {
        act: line.act,
        own,
        words: [
          own || count === 1 ? task : texts.t('pages:case.turnOn', { task, count }),
          termWords(texts, line, days),
          own ? claimWords(claims.find(({ act }) => act === line.act)) : '',
        ]
          .filter(Boolean)
          .join(marks.comma),
        button: {
          text: texts.t(`acts:${line.act}.button`),
          href: together.length > 1 ? manyAddress(view, line) : addressOf(view, line),
        },
      };
    });

  /** What is done together on a page of its own is one turn, the soonest of it first. */
  function alike(line: ToDoLine): ToDoLine[] {
    if (line.caseId === view.id || !isDoneInMany(line)) return [line];
    return lines.filter(
      ({ act, returned, caseId }) => act === line.act && returned === line.returned && caseId !== view.id,
    );
  }

  /** Whose name of the unit stands on it already. */
  function claimWords(claim: ClaimOn | undefined): string {
    if (!claim?.name) return '';
    return claim.account === person.account
      ? texts.t('pages:claims.own')
      : texts.t('pages:claims.by', { names: claim.name });
  }
}

function isDoneInMany({ act, caseId }: ToDoLine): boolean {
  const kind = kindOf(caseId);
  return kind !== undefined && Object.hasOwn(faces[kind].many, act);
}

const manyAddress = (view: CaseView, { act }: ToDoLine) => pathTo('manyActs', { act, within: view.number });

/** “12月31日前”; of a term that is over, by how much. */
function termWords(texts: Texts, { due, pendingYear }: ToDoLine, days: Record<string, number | undefined>): string {
  const { formatShortDate } = texts;
  if (!due) return pendingYear ? texts.t('pages:home.pendingCalendar', { year: pendingYear }) : '';
  const left = days[due];
  return left !== undefined && left <= 0
    ? dueWords(texts, left)
    : texts.t('pages:case.before', { date: formatShortDate(due) });
}

/** The form itself where there is only one; a list of several first. */
function addressOf(view: CaseView, line: ToDoLine): string {
  return line.cases > 1 ? taskAddress(line) : actAddress(line.caseId, line.act);
}
