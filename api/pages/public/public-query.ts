import type { Request } from 'express';
import { z } from 'zod';
import { sortField } from '../sorting';
import { Refusal } from '../../../domain/refusal';
import type { Stretch } from '../../../services/queries/ordered-list';

const rowsOnPage = 50;
const place = z.string().max(100).optional().catch(undefined);

const Query = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  check: z.string().max(40).optional().catch(undefined),
  format: z.enum(['json', 'csv']).optional().catch(undefined),
  ...sortField,
  after: place,
  before: place,
  page: z.coerce.number().int().optional().catch(undefined),
});

export interface PublicQuery extends Stretch {
  q?: string;
  /** Number of a check of which a list tells only. */
  check?: string;
  format?: 'json' | 'csv';
  /** The column that a list is sorted by, as `askedSort` reads it. */
  sort?: string;
}

/**
 * What a reader asks of a public list; a wrong word in the address is passed over, never an error.
 * @throws Refusal NOT_FOUND for a second page of a file: the first is whole, and a program that reads on until nothing comes ends
 */
export function publicQuery(req: Request): PublicQuery {
  const { page = 1, ...query } = Query.parse(req.query);
  if (query.format && page > 1) throw new Refusal('NOT_FOUND');
  return { ...query, q: query.q || undefined, size: rowsOnPage };
}
