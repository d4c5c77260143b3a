import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { findingWords } from '../../../api/pages/registers/finding-words';
import { createTexts } from '../../../api/views/texts';
import type { ImportIssue } from '../../../domain/registers/import-issue';

export const dataPath = (...parts: string[]): string => path.join(__dirname, '../../../data', ...parts);
export const readCsv = (...parts: string[]): Record<string, string>[] =>
  parse(readFileSync(dataPath(...parts)), { columns: true });

export const towns = readCsv('divisions.csv')
  .filter((row) => row.level === '4')
  .map((row) => ({ code: row.short_code ?? '', name: row.name ?? '' }));

export const chineseWords = findingWords(createTexts(path.join(__dirname, '../../../templates/locales'), 'throw'));

interface Said {
  row: number;
  line: number;
  column: string;
  value: string;
  reason: string;
  severity: ImportIssue['severity'];
}

/** Findings in the words of the county. */
export const inWords = (issues: readonly ImportIssue[]): Said[] =>
  inOrder(
    issues.map((issue) => ({
      row: issue.row,
      line: issue.line,
      ...chineseWords.cells(issue),
      severity: issue.severity,
    })),
  );

/**
 * What a loader must report of a sample, in one order. The list says “，且名称不同” once and “，名称不同” once of the same mistake,
 * and 二 of columns where it says 两 of everything else.
 */
export function expectedIssues(file: string): Said[] {
  return inOrder(
    readCsv('import-samples', 'expected-errors.csv')
      .filter((row) => row.file === file)
      .map((row) => ({
        row: Number(row.row),
        line: Number(row.line),
        column: row.column ?? '',
        value: row.value ?? '',
        reason: (row.reason ?? '').replace('，且名称不同', '，名称不同').replace('多出二列', '多出两列'),
        severity: row.severity as ImportIssue['severity'],
      })),
  );
}

const inOrder = (issues: Said[]): Said[] =>
  [...issues].sort((a, b) => a.row - b.row || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0));
