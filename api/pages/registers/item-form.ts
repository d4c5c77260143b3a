import { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { ItemEnactment } from '../../../domain/registers/item-change';
import type { ItemLine } from '../../../services/queries/registers/list-items';

const { name, effectiveFrom, randomApplies, jointApplies, qualifications, ...part } = ItemEnactment.shape;

/** Fields of an item as its forms show them; `name` would be read as a person's. */
const content = {
  itemName: name,
  category: part.category,
  objectType: part.objectType.meta({ widget: 'text' }),
  content: part.content,
  itemClass: part.itemClass,
  method: part.method,
  ratioFrequency: part.ratioFrequency,
  basis: part.basis,
  catalogueCode: part.catalogueCode,
  randomApplies: randomApplies.default(false),
  jointApplies: jointApplies.default(false),
  qualifications: qualifications.meta({ options: 'qualifications' }),
  materials: part.materials,
  note: part.note,
};

/** 立: a new item of a department. */
export const ItemEnactmentForm = z.object({
  department: z.string().max(16).meta({ widget: 'select', options: 'departments' }),
  effectiveFrom,
  ...content,
  reason: registerReason,
});

/** 改、释、职能调整、废: a new version. */
export const ItemChangeForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  cause: z.enum(['amended', 'interpreted', 'dutiesReallocated', 'abolished']),
  effectiveFrom,
  ...content,
  reason: registerReason,
});

type Content = z.infer<z.ZodObject<typeof content>>;

/** What a form says of an item, as the register takes it; an emptied field empties the register's. */
export function itemValues(data: Content) {
  return {
    name: data.itemName,
    category: data.category,
    objectType: data.objectType,
    content: data.content ?? null,
    itemClass: data.itemClass ?? null,
    method: data.method ?? null,
    ratioFrequency: data.ratioFrequency ?? null,
    basis: data.basis ?? null,
    catalogueCode: data.catalogueCode ?? null,
    randomApplies: data.randomApplies,
    jointApplies: data.jointApplies,
    qualifications: data.qualifications ?? [],
    materials: data.materials ?? null,
    note: data.note ?? null,
  };
}

/** What the form shows at first of a version that stands. */
export function itemFields(line: Omit<ItemLine, 'code' | 'department' | 'active'>) {
  const {
    name: itemName,
    category,
    objectType,
    content: says,
    itemClass,
    method,
    ratioFrequency,
    basis,
    catalogueCode,
  } = line;
  return {
    itemName,
    category,
    objectType,
    content: says,
    itemClass,
    method,
    ratioFrequency,
    basis,
    catalogueCode,
    randomApplies: line.randomApplies,
    jointApplies: line.jointApplies,
    qualifications: line.qualifications,
    materials: line.materials,
    note: line.note,
  };
}
