import { annotationHead } from '../../domain/registers/check-headers';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { neutraliseCell } from '../../domain/registers/neutralise-cell';
import type { FindingWords } from './import-report';
import { csvFile } from './import-report';
import { readTable } from './read-table';

/**
 * A person's own table with what was found in front of each row, in a column of its own; `readTable` leaves that column out,
 * so the file is mended and uploaded again as it is.
 * @throws Refusal as readTable does
 */
export function annotatedCsv(
  content: Buffer,
  heads: readonly string[],
  issues: readonly ImportIssue[],
  words: FindingWords,
): string {
  const found = new Map<number, string[]>();
  for (const issue of issues) found.set(issue.row, [...(found.get(issue.row) ?? []), words.line(issue)]);
  const rows = readTable(content, heads).records.map(({ row, cells }) => [
    (found.get(row) ?? []).join(words.between),
    ...cells.map(neutraliseCell),
  ]);
  return csvFile([[annotationHead, ...heads], ...rows]);
}
