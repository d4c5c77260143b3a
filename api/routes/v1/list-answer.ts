import { z } from 'zod';
import type { DataSource } from 'typeorm';
import { Refusal } from '../../../domain/refusal';
import { stretchOf, type OrderedList, type Placed } from '../../../services/queries/ordered-list';

/**
 * Which part of a list is asked for: after the `next` of the answer before. There are no page numbers: rows that come in while
 * a system reads would show it one twice, or hide one.
 */
export const stretchQuery = {
  after: z.string().min(1).max(300).optional(),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
};

interface Stretch {
  after?: string;
  pageSize: number;
}

/**
 * A part of a list, the number of all, and from where to read on; null where nothing follows.
 * @throws Refusal INVALID_INPUT for a place that no answer has given: to begin again would give rows twice
 */
export async function listAnswer<Row extends Placed>(
  dataSource: DataSource,
  list: OrderedList<Row>,
  { after, pageSize }: Stretch,
): Promise<{ rows: Omit<Row, 'place'>[]; total: number; next: string | null }> {
  if (after !== undefined && !list.placeOf(after)) throw new Refusal('INVALID_INPUT', { field: 'after' });
  const { rows, total, more } = await stretchOf<Row>(dataSource, list, { after, size: pageSize });
  const next = more ? (rows.at(-1)?.place ?? null) : null;
  return { rows: rows.map(({ place: _place, ...row }) => row), total, next };
}
