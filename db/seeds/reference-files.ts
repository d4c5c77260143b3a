import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type CsvRow = Record<string, string>;

export interface CalendarFile {
  year: number;
  source: string;
  days: { date: string; kind: 'holiday' | 'swapped-workday'; name: string }[];
}

/** Rows of a reference list by its header. */
export const readList = (folder: string, name: string): CsvRow[] =>
  parse(readFileSync(join(folder, name)), { columns: true });

export const readJson = <T>(folder: string, name: string): T =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

export const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export const codesOf = (text: string | undefined): string[] =>
  text ? text.split('、').filter((code) => code !== '') : [];
