import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Request, Response } from 'express';
import { csvWriting } from '../services/files/csv-writing';
import type { AppWorld } from './app-world';
import { namesInHeader } from './file-names';

/** Rows some at a time, as they are read or as they stand. */
export type Batches<Row> = AsyncIterable<Row[]> | Iterable<Row[]>;

type Cell = string | number | null | undefined;

/** A list as a file: how its lines are called and made. */
export interface ListFile<Row> {
  format: 'csv' | 'json';
  /** Name of the file for people, without its ending. */
  title: string;
  /** The same in ASCII, for programs that know no other. */
  plainTitle: string;
  /** Under which word the rows stand in JSON. */
  word: string;
  /** Column by column: its head in CSV; where there are none, columns are called by their keys. */
  heads?: Record<string, string>;
  /** Whether JSON is saved as a file, too, and not shown. */
  saved?: boolean;
  csv(row: Row): Record<string, Cell>;
  json(row: Row): unknown;
}

/**
 * Sends a list whole, row by row as the database gives it. A file that breaks off half-way ends as a broken transfer, never
 * as a shorter file that looks whole. A spreadsheet never takes a firm's name for a formula.
 */
export async function sendList<Row>(
  { log }: Pick<AppWorld, 'log'>,
  req: Request,
  res: Response,
  file: ListFile<Row>,
  batches: Batches<Row>,
): Promise<void> {
  const text = (file.format === 'csv' ? asCsv : asJson)(file, batches);
  // The first rows are read before anything is said, so that a fault then still has a page of its own.
  const begun = await text.next();
  res.type(file.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8');
  res.setHeader(
    'Content-Disposition',
    `${file.format === 'csv' || file.saved ? 'attachment' : 'inline'}; ${namesInHeader({ ...file, ending: file.format })}`,
  );
  if (req.method === 'HEAD') return void res.end();
  try {
    await pipeline(Readable.from(following(begun, text)), res);
  } catch (failure) {
    if ((failure as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error({ err: failure }, 'A list broke off while it was sent');
  }
}

async function* following(begun: IteratorResult<string>, text: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!begun.done) yield begun.value;
  yield* text;
}

const csvOptions = { escape_formulas: true, ...csvWriting } as const;

async function* asCsv<Row>(file: ListFile<Row>, batches: Batches<Row>): AsyncGenerator<string> {
  let { heads } = file;
  let before = '\uFEFF';
  let headed = false;
  for await (const rows of batches) {
    const lines = rows.map((row) => file.csv(row));
    heads ??= lines[0] && Object.fromEntries(Object.keys(lines[0]).map((key) => [key, key]));
    if (heads && !headed) before += stringify([Object.values(heads)], csvOptions);
    headed = heads !== undefined;
    yield before + stringify(lines, { ...csvOptions, columns: Object.keys(heads ?? {}) });
    before = '';
  }
}

/** Rows first, then how many they were: what is counted is what was sent. */
async function* asJson<Row>(file: ListFile<Row>, batches: Batches<Row>): AsyncGenerator<string> {
  let total = 0;
  let head = `{${JSON.stringify(file.word)}:[`;
  for await (const rows of batches) {
    yield (
      head + rows.map((row, index) => `${total + index > 0 ? ',\n' : ''}${JSON.stringify(file.json(row))}`).join('')
    );
    head = '';
    total += rows.length;
  }
  yield `${head}],"total":${total}}\n`;
}
