import { parse } from 'csv-parse/sync';
import { Refusal } from '../../domain/refusal';
import { isBlank } from '../../domain/registers/cell-text';
import { checkHeaders, isAnnotated, isHeading } from '../../domain/registers/check-headers';
import { decodeText, utf16Of } from '../../domain/registers/decode-text';
import { findHeading, headingWithin, withoutEmptyEnd } from '../../domain/registers/find-heading';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { tableReasons, wholeRow, type Reason } from '../../domain/registers/import-reasons';
import { restoreCell } from '../../domain/registers/neutralise-cell';
import type { TableRow } from '../../domain/registers/table-row';

/** A person's table: its records, and what was left out around them. */
export interface TextTable {
  records: TableRow[];
  issues: ImportIssue[];
}

const delimiters = [',', '\t', ';', '|'] as const;
type Delimiter = (typeof delimiters)[number];
const lineEnds = ['\r\n', '\n', '\r'];

/**
 * The records of a text table as programs write it: UTF-8, GB18030 or UTF-16; comma, tab, semicolon or bar; any line ends,
 * also mixed; title lines above the heading; empty columns and rows at the end; the heading again where files were joined.
 * Whatever is left out is said. The column of findings in a file that we gave back is left out, too.
 * @throws Refusal IMPORT_EMPTY, IMPORT_NOT_CSV, IMPORT_ENCODING, IMPORT_DELIMITER, IMPORT_HEADERS, IMPORT_QUOTES (with the line)
 */
export function readTable(content: Buffer, columns: readonly string[]): TextTable {
  if (content.length === 0) throw new Refusal('IMPORT_EMPTY');
  if (content.subarray(0, 2).toString('latin1') === 'PK' || (!utf16Of(content) && content.includes(0)))
    throw new Refusal('IMPORT_NOT_CSV');
  const text = decodeText(content);
  if (text.trim() === '') throw new Refusal('IMPORT_EMPTY');
  const { delimiter, index } = chooseReading(text, columns);
  const all = readRecords(text, delimiter);
  const [heading, ...below] = all.slice(index);
  const annotated = isAnnotated(heading?.cells ?? []);
  const names = withoutEmptyEnd(annotated ? (heading?.cells ?? []).slice(1) : (heading?.cells ?? []));
  checkHeaders(names, columns);
  const width = heading?.cells.length ?? 0;
  const own = below.map((record, place) => ({ ...record, row: place + 1, cells: cellsOf(record.cells) }));
  const records = withoutEmptyRows(own.filter(({ cells }) => !isHeading(cells, columns)));
  if (records.length === 0) throw new Refusal('IMPORT_EMPTY');
  const title = all.slice(0, index).filter(({ cells }) => !cells.every(isBlank));
  const again = own.filter(({ cells }) => isHeading(cells, columns));
  const emptyRows = own.length - again.length - records.length;
  const emptyColumns = width - (annotated ? 1 : 0) - names.length;
  const say = (line: number, value: string, reason: Reason): ImportIssue => ({
    row: 0,
    line,
    column: wholeRow,
    value,
    reason,
    severity: 'auto-fix',
  });
  return {
    records,
    issues: [
      ...(title[0] ? [say(title[0].line, title[0].cells.join('').trim(), tableReasons.title(title.length))] : []),
      ...(emptyColumns > 0 ? [say(heading?.line ?? 1, '', tableReasons.emptyColumns(emptyColumns))] : []),
      ...again.map(({ line }) => say(line, '', tableReasons.headingAgain)),
      ...(emptyRows > 0 ? [say((records.at(-1)?.line ?? 0) + 1, '', tableReasons.emptyRows(emptyRows))] : []),
    ],
  };

  /** The cells under the names; what stands beside an empty head is kept, so that it is told as a column too many. */
  function cellsOf(cells: string[]): string[] {
    const [kept, end] = annotated ? [cells.slice(1).map(restoreCell), width - 1] : [cells, width];
    const isEmptyEnd = kept.length <= end && kept.slice(names.length).every(isBlank);
    return isEmptyEnd ? kept.slice(0, names.length) : kept;
  }
}

/** One empty row at the end is told as itself; more of them, as spreadsheets save them, once. */
function withoutEmptyRows(records: TableRow[]): TableRow[] {
  let end = records.length;
  while (end > 0 && records[end - 1]?.cells.every(isBlank)) end -= 1;
  return records.length - end > 1 ? records.slice(0, end) : records;
}

/** By which sign the columns are told apart, and where the heading stands: as most of the expected names are found. */
function chooseReading(text: string, columns: readonly string[]): { delimiter: Delimiter; index: number } {
  const readings = delimiters.map((delimiter) => {
    const first = firstRecords(text, delimiter);
    return { delimiter, first, ...findHeading(first, columns) };
  });
  const best = readings.reduce((one, other) => (other.named > one.named ? other : one));
  const together = best.first.some(
    (cells) => cells.length === 1 && columns.filter((name) => cells[0]?.includes(name)).length > 1,
  );
  if (best.named === 0 && together) throw new Refusal('IMPORT_DELIMITER');
  return best;
}

function firstRecords(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { ...asPeopleWrite(delimiter), to: headingWithin });
  } catch {
    // Quotes that are none by this sign are judged by the one that is chosen.
    return [];
  }
}

const asPeopleWrite = (delimiter: Delimiter) => ({
  bom: true,
  delimiter,
  record_delimiter: lineEnds,
  relax_column_count: true,
  skip_empty_lines: false,
});

function readRecords(text: string, delimiter: Delimiter): Omit<TableRow, 'row'>[] {
  let parsed: { record: string[]; raw: string }[];
  try {
    // With `raw` each record comes with its text; the package's types do not say so.
    parsed = parse(text, { ...asPeopleWrite(delimiter), raw: true }) as unknown as typeof parsed;
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    throw new Refusal('IMPORT_QUOTES', { line: lines, parser: code });
  }
  let line = 1;
  return parsed.map(({ record, raw }) => {
    const start = line;
    line += countBreaks(raw);
    return { line: start, cells: record };
  });
}

const countBreaks = (raw: string): number => raw.match(/\r\n|\r|\n/g)?.length ?? 0;
