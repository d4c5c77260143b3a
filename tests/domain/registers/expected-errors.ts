import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ImportIssue } from '../../../domain/registers/import-issue';

export const dataPath = (...parts: string[]): string => path.join(__dirname, '../../../data', ...parts);
export const readCsv = (...parts: string[]): Record<string, string>[] =>
  parse(readFileSync(dataPath(...parts)), { columns: true });

export const towns = readCsv('divisions.csv')
  .filter((row) => row.level === '4')
  .map((row) => ({ code: row.short_code ?? '', name: row.name ?? '' }));

/** What a loader must report of a sample, in one order. The list says “，且名称不同” once and “，名称不同” once of the same mistake. */
export function expectedIssues(file: string): ImportIssue[] {
  return inOrder(
    readCsv('import-samples', 'expected-errors.csv')
      .filter((row) => row.file === file)
      .map((row) => ({
        row: Number(row.row),
        line: Number(row.line),
        column: row.column ?? '',
        value: row.value ?? '',
        reason: (row.reason ?? '').replace('，且名称不同', '，名称不同'),
        severity: row.severity as ImportIssue['severity'],
      })),
  );
}

export const inOrder = (issues: ImportIssue[]): ImportIssue[] =>
  [...issues].sort((a, b) => a.row - b.row || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0));
