import type { DataSource } from 'typeorm';
import { codeForm } from '../../../domain/text/normal-form';
import { nameSays } from '../name-search';

export interface ItemFilter {
  department?: string;
  text?: string;
  /** YYYY-MM-DD: the version that is in force on that day. */
  on: string;
  withAbolished?: boolean;
}

export interface ItemLine {
  code: string;
  department: string;
  active: boolean;
  version: number;
  effectiveFrom: string;
  cause: string;
  category: string;
  name: string;
  content: string | null;
  objectType: string;
  itemClass: string | null;
  method: string | null;
  ratioFrequency: string | null;
  basis: string | null;
  catalogueCode: string | null;
  randomApplies: boolean;
  jointApplies: boolean;
  qualifications: string[];
  materials: string | null;
  note: string | null;
}

const versionColumns = `v.version, to_char(v.effective_from, 'YYYY-MM-DD') AS "effectiveFrom", v.cause, v.category, v.name, v.content, v.object_type AS "objectType",
  v.item_class AS "itemClass", v.method, v.ratio_frequency AS "ratioFrequency", v.basis, v.catalogue_code AS "catalogueCode",
  v.random_applies AS "randomApplies", v.joint_applies AS "jointApplies", v.qualifications, v.materials, v.note`;

/** Check items with the version in force on a day; the list is public. */
export async function listItems(dataSource: DataSource, filter: ItemFilter): Promise<ItemLine[]> {
  const text = filter.text?.trim() ?? '';
  const items: ItemLine[] = await dataSource.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (i.code) i.code, i.department, i.active, ${versionColumns}
       FROM check_item i JOIN check_item_version v ON v.item_code = i.code
       WHERE v.effective_from <= $1::date AND (i.active OR $2::boolean) AND ($3::text IS NULL OR i.department = $3)
       ORDER BY i.code, v.effective_from DESC, v.version DESC
     ) item ORDER BY department, code`,
    [filter.on, filter.withAbolished ?? false, filter.department ?? null],
  );
  return items.filter(({ code, name }) => code === codeForm(text) || nameSays(name, text));
}

export interface ItemView {
  code: string;
  department: string;
  active: boolean;
  /** The number of the newest version, for the optimistic check. */
  version: number;
  versions: (Omit<ItemLine, 'code' | 'department' | 'active'> & { changedAt: Date; changedBy: string })[];
}

/** An item with all its versions, newest first. */
export async function showItem(dataSource: DataSource, code: string): Promise<ItemView | undefined> {
  const items: Omit<ItemView, 'versions'>[] = await dataSource.query(
    'SELECT code, department, active, version FROM check_item WHERE code = $1',
    [code],
  );
  const item = items[0];
  if (!item) return undefined;
  const versions: ItemView['versions'] = await dataSource.query(
    `SELECT ${versionColumns}, v.changed_at AS "changedAt", v.changed_by AS "changedBy" FROM check_item_version v WHERE v.item_code = $1 ORDER BY v.version DESC`,
    [code],
  );
  return { ...item, versions };
}
