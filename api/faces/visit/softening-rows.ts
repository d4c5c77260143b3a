import type { VisitState } from '../../../domain/visit/state';
import { itemNamesOf } from '../../../services/queries/cases/visit-view';
import { accountNames } from '../../../services/queries/people/account-names';
import { row, type FactsContext, type Row } from '../facts';

/** Every version of which a problem became none, with who said so and why; of one department where one is named. */
export async function softeningRows(
  { world, units, t }: Omit<FactsContext, 'person'>,
  state: VisitState,
  only?: string,
): Promise<Row[]> {
  const { marks, formatDateTime } = world.views.texts;
  const found = Object.entries(state.results).flatMap(([department, { softenings = [] }]) =>
    only === undefined || only === department ? softenings.map((softening) => ({ department, ...softening })) : [],
  );
  if (found.length === 0) return [];
  const [names, items] = await Promise.all([
    accountNames(
      world.dataSource,
      found.map(({ by }) => by),
    ),
    itemNamesOf(
      world.dataSource,
      state.check,
      found.flatMap((softening) => softening.items),
    ),
  ]);
  const lines = found.map(({ department, version, from, to, items: codes, reason, by, at }) => {
    const what = [
      from !== undefined && from !== to
        ? t('pages:visit.softenedCode', { from: t(`cases:codes.${from}`), to: t(`cases:codes.${to}`) })
        : undefined,
      codes.length > 0
        ? t('pages:visit.softenedItems', { items: codes.map((code) => items[code] ?? code).join(marks.list) })
        : undefined,
    ].filter((part) => part !== undefined);
    const unit = only === undefined ? `${units[department] ?? department}\u3000` : '';
    return `${unit}${t('pages:visit.softenedLine', { version, name: names[by] ?? '', at: formatDateTime(at), what: what.join(marks.semicolon) || t('pages:visit.softenedOther'), reason })}`;
  });
  return row(t('pages:visit.softened'), lines);
}
