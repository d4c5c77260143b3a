import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { VisitState } from '../../../domain/visit/state';
import { itemsChanged, type ChangedItem } from '../../../services/queries/cases/items-changed';
import { row, type FactsContext, type Row } from '../facts';

type Texts = Pick<FactsContext, 'world'>;

/** What became of the items of a visit's check since it took them up. */
export const changedItemsOf = ({ world }: Pick<FactsContext, 'world'>, { check }: Pick<VisitState, 'check'>) =>
  itemsChanged(world.dataSource.manager, check, shanghaiDay(world.now()));

/** A line for each of them of the departments that inspect, so that nobody inspects by a list that is over without a word. */
export function changedItemRows(
  context: Pick<FactsContext, 'world' | 'units'>,
  changed: readonly ChangedItem[],
  state: VisitState,
): Row[] {
  const { units } = context;
  const { t } = context.world.views.texts;
  return row(
    t('pages:visit.itemsChanged'),
    changed
      .filter(({ department }) => department in state.results && state.results[department]?.stage !== 'excused')
      .map((item) =>
        t(item.cause === 'abolished' ? 'pages:visit.itemAbolished' : 'pages:visit.itemChanged', {
          ...said(context, item),
          name: item.name,
          unit: units[item.department] ?? item.department,
        }),
      ),
  );
}

/** The same, to stand beside the name of an item; nothing where it is as it was. */
export function changeOfItem(context: Texts, changed: readonly ChangedItem[], code: string): string | undefined {
  const item = changed.find((one) => one.code === code);
  if (!item) return undefined;
  const key = item.cause === 'abolished' ? 'pages:visit.itemAbolishedShort' : 'pages:visit.itemChangedShort';
  return context.world.views.texts.t(key, said(context, item));
}

function said({ world }: Texts, { on, cause }: ChangedItem) {
  const { t, formatDate } = world.views.texts;
  return { on: formatDate(on), cause: t(`registers:causes.${cause}`) };
}
