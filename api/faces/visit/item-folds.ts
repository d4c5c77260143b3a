import type { VisitState } from '../../../domain/visit/state';
import { itemsToCheck } from '../../../services/queries/cases/items-to-check';
import { row, type FactsContext, type Fold } from '../facts';

/** What a department has to look at: each item with its content, method and basis behind its name, to be read at the door. */
export async function itemFolds(
  { t, world }: FactsContext,
  { check }: Pick<VisitState, 'check'>,
  department: string,
): Promise<Fold[]> {
  const items = await itemsToCheck(world.dataSource, check, department);
  const parts = ['content', 'method', 'objects', 'basis'] as const;
  return items.map((item) => ({
    summary: item.name,
    rows: parts.flatMap((part) => row(t(`public:items.${part}`), item[part] ?? t('public:items.unsaid'))),
  }));
}
