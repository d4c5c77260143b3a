import type { Request, Response } from 'express';
import type { AppWorld } from '../../app-world';
import { sendList, type ListFile } from '../../send-list';

/** A row of a table that supervisors take away, by the heads of its columns; every row has every column. */
export type TableLine = Record<string, string | number>;

/** Sends a table whole as CSV or JSON; what it says is for supervisors alone and is kept by nobody on the way. */
export async function sendTable<Row>(
  world: Pick<AppWorld, 'log'>,
  req: Request,
  res: Response,
  { line, ...named }: Pick<ListFile<Row>, 'format' | 'title' | 'plainTitle'> & { line: (row: Row) => TableLine },
  batches: AsyncIterable<Row[]>,
): Promise<void> {
  res.setHeader('Cache-Control', 'private, no-store');
  const file = { ...named, word: 'rows', csv: line, json: line };
  return sendList(world, req, res, { ...file, saved: true }, batches);
}
