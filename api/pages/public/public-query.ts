import type { Request, Response } from 'express';
import { z } from 'zod';
import { pathTo } from '../../paths';
import type { PublicList } from './public-frame';

const rowsOnPage = 50;
const rowsInFile = 1000;

const Query = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  format: z.enum(['json', 'csv']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export interface PublicQuery {
  q?: string;
  format?: 'json' | 'csv';
  page: number;
  pageSize: number;
}

/** What a reader asks of a public list; a wrong word in the address is passed over, never an error. */
export function publicQuery(req: Request): PublicQuery {
  const query = Query.parse(req.query);
  return { ...query, q: query.q || undefined, pageSize: query.format ? rowsInFile : rowsOnPage };
}

/** The same list as a file. */
export function downloads(name: PublicList, q?: string) {
  return (['csv', 'json'] as const).map((format) => ({
    text: format.toUpperCase(),
    href: pathTo(name, { q, format }),
  }));
}

/** Tells a program where the rest of a long list is, so that no row is dropped unseen. */
export function linkNext(
  res: Response,
  name: PublicList,
  { q, format, page, pageSize }: PublicQuery,
  total: number,
): void {
  if (page * pageSize < total) res.setHeader('Link', `<${pathTo(name, { q, format, page: page + 1 })}>; rel="next"`);
}
