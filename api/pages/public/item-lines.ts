import type { PublicItem } from '../../../services/queries/public/public-items';
import type { AppWorld } from '../../app-world';

/** The parts of an item in the order in which the list of items (一单) has them. */
export const itemParts = [
  'name',
  'department',
  'category',
  'class',
  'objects',
  'content',
  'method',
  'ratio',
  'level',
  'basis',
  'code',
  'version',
  'effectiveFrom',
] as const;
export type ItemPart = (typeof itemParts)[number];

/** How a part of an item is called. */
export function itemHead({ views }: Pick<AppWorld, 'views'>, part: ItemPart): string {
  return views.texts.t(part === 'department' ? 'public:department' : `public:items.${part}`);
}

/** An item part by part; what the list does not say is empty. */
export function itemLine({ views }: Pick<AppWorld, 'views'>, item: PublicItem): Record<ItemPart, string> {
  return {
    name: item.name,
    department: item.departmentName,
    category: item.category,
    class: item.itemClass ? views.texts.t(`registers:values.item_class.${item.itemClass}`) : '',
    objects: item.objectType,
    content: item.content ?? '',
    method: item.method ?? '',
    ratio: item.ratio ?? '',
    level: item.level ?? '',
    basis: item.basis ?? '',
    code: item.code,
    version: String(item.version),
    effectiveFrom: item.effectiveFrom,
  };
}
