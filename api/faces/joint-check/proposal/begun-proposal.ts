import { shanghaiDay } from '../../../../domain/calendar/shanghai-day';
import { jointCheck } from '../../../../domain/joint-check/process';
import type { Scheme } from '../../../../domain/joint-check/scheme';
import { Refusal } from '../../../../domain/refusal';
import { inspectingDepartments, itemsByDepartment } from '../../../../services/queries/cases/proposal-options';
import { showCase, type CaseOf } from '../../../../services/queries/cases/show-case';
import { itemNames } from '../../../../services/queries/cases/visit-view';
import { goneFromScope } from '../../../../services/queries/registers/gone-from-scope';
import type { FactsContext } from '../../facts';
import type { Values } from '../../face';
import { usualScheme } from './usual-scheme';

/** Says on the page what of an earlier check is no longer there. */
export const goneField = '_gone';

/** What a proposal starts with that was opened from an earlier check (`copy`) or from the register (`tag`). */
export async function begunProposal(context: FactsContext, query: Values): Promise<Values | undefined> {
  const { copy, tag } = query;
  if (typeof copy === 'string' && copy !== '') return copied(context, copy);
  if (typeof tag !== 'string' || tag.trim() === '') return undefined;
  const { strata } = await usualScheme(context.world);
  return { scheme: { strata, scope: { tags: [tag.trim()] } } };
}

/** The scheme of an earlier check without its name and time, and without what has ended meanwhile, which is named. */
async function copied({ world, person, units, t }: FactsContext, number: string): Promise<Values> {
  const { formatDate } = world.views.texts;
  const found = await showCase(world.dataSource, person, `${jointCheck.kind}/${number}`);
  if (!found) throw new Refusal('CASE_UNKNOWN', { case: number });
  const { scheme } = (found as CaseOf<'joint-check'>).state;
  const { title, windowFrom, windowTo, ...rest } = scheme;
  const [departments, items, names, gone] = await Promise.all([
    inspectingDepartments(world.dataSource),
    itemsByDepartment(world.dataSource, shanghaiDay(world.now())),
    itemNames(
      world.dataSource,
      scheme.tasks.flatMap((task) => task.items),
    ),
    goneFromScope(world.dataSource, scheme.scope),
  ]);
  const inspects = (task: Scheme['tasks'][number]) => departments.some(({ code }) => code === task.department);
  const offered = ({ department }: Scheme['tasks'][number], code: string) =>
    items.some((item) => item.code === code && item.department === department);
  const unit = (code: string) => units[code] ?? code;
  const staying = scheme.tasks.filter(inspects);
  const told = [
    ...scheme.tasks
      .filter((task) => !inspects(task))
      .map((task) => t('pages:proposal.goneUnit', { unit: unit(task.department) })),
    ...staying.flatMap((task) =>
      task.items
        .filter((code) => !offered(task, code))
        .map((code) => t('pages:proposal.goneItem', { item: names[code] ?? code, unit: unit(task.department) })),
    ),
    ...gone.divisions.map((code) => t('pages:proposal.goneDivision', { code })),
    ...gone.industries.map((code) => t('pages:proposal.goneIndustry', { code })),
  ];
  return {
    [goneField]: told,
    copiedFrom: t('pages:proposal.copiedFrom', {
      title,
      from: formatDate(windowFrom),
      to: formatDate(windowTo),
    }),
    scheme: {
      ...rest,
      tasks: staying.map((task) => ({ ...task, items: task.items.filter((code) => offered(task, code)) })),
      scope: {
        ...scheme.scope,
        divisions: scheme.scope.divisions.filter((code) => !gone.divisions.includes(code)),
        industries: scheme.scope.industries.filter((code) => !gone.industries.includes(code)),
      },
    },
  };
}
