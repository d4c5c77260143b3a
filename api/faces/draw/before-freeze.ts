import type { DrawState } from '../../../domain/draw/state';
import { seesAll } from '../../../domain/permissions/reader';
import { handChangedClasses } from '../../../services/queries/registers/hand-changed-classes';
import { openRecusals } from '../../../services/queries/registers/open-recusals';
import { twinsInScope } from '../../../services/queries/registers/twins';
import { withoutCode } from '../../../services/queries/registers/without-code';
import { row, type FactsContext, type Row } from '../facts';
import { poolRows } from './pool-rows';

const shownAtMost = 50;

/** Whom a freeze would leave out until a person has looked into it, named on the page where the freeze is done. */
export async function beforeFreeze({ world, t, units, person }: FactsContext, state: DrawState): Promise<Row[]> {
  const { marks, formatDateTime } = world.views.texts;
  const open = await openRecusals(world.dataSource, [state.lead, ...state.participants]);
  const officers = new Map<string, string[]>();
  for (const { inspector, department, officer, staffNo, given } of open) {
    const known = officers.get(inspector) ?? [
      `${units[department] ?? department}\u3000${officer}${marks.brackets(staffNo)}`,
    ];
    // What an officer keeps away from is the own unit's to read.
    if (seesAll(person) || department === person.department) known.push(given);
    officers.set(inspector, known);
  }
  const lines = [...officers.values()].map(([who = '', ...names]) =>
    names.length > 0 ? t('pages:draw.heldOutBy', { who, names: names.join(marks.list) }) : who,
  );
  const [twins, codeless, classes] = await Promise.all([
    twinsInScope(world.dataSource, state.scheme.scope, shownAtMost + 1),
    withoutCode(world.dataSource, state.scheme.scope),
    handChangedClasses(world.dataSource, state.scheme.scope, world.now()),
  ]);
  const none = t('pages:visit.none');
  const classWords = (grade: string | null) =>
    grade === null ? t('pages:draw.classNone') : t(`registers:values.risk_class.${grade}`);
  return [
    ...(await poolRows({ world, t, units, person }, state)),
    ...row(t('pages:draw.heldOutRecusals'), lines),
    ...row(t('pages:draw.twins'), [
      ...twins
        .slice(0, shownAtMost)
        .map((twin) => t('pages:draw.twinLine', { ...twin, code: twin.code ?? none, keptCode: twin.keptCode ?? none })),
      ...(twins.length > shownAtMost ? [t('pages:draw.twinsMore', { count: shownAtMost })] : []),
    ]),
    ...row(
      t('pages:draw.withoutCode'),
      codeless > 0 ? t('pages:draw.withoutCodeLine', { count: codeless }) : undefined,
    ),
    ...row(
      t('pages:draw.classesByHand', { days: classes.days }),
      classes.changes.map(({ object, code, was, is, by, department, at, reason }) =>
        t('pages:draw.classByHandLine', {
          object,
          code: code ?? none,
          was: classWords(was),
          is: classWords(is),
          unit: units[department] ?? department,
          by: by ?? '',
          at: formatDateTime(at),
          reason: reason ?? none,
        }),
      ),
    ),
  ];
}
