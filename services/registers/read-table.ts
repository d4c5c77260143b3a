import { parse } from 'csv-parse/sync';
import { Refusal } from '../../domain/refusal';
import { checkHeaders, isAnnotated } from '../../domain/registers/check-headers';
import { restoreCell } from '../../domain/registers/neutralise-cell';
import type { TableRow } from '../../domain/registers/table-row';

const decode = (label: string, content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
};

/**
 * The records of a CSV file in UTF-8 or GB18030, with the physical line on which each starts.
 * Checks in order: empty, encoding, delimiter, headers. The column of findings in a file that we gave back is left out.
 * @throws Refusal IMPORT_EMPTY, IMPORT_NOT_CSV, IMPORT_ENCODING, IMPORT_DELIMITER, IMPORT_HEADERS, IMPORT_QUOTES (with the line)
 */
export function readTable(content: Buffer, columns: readonly string[]): TableRow[] {
  if (content.length === 0) throw new Refusal('IMPORT_EMPTY');
  if (content.subarray(0, 2).toString('latin1') === 'PK' || content.includes(0)) throw new Refusal('IMPORT_NOT_CSV');
  const text = decode('utf-8', content) ?? decode('gb18030', content);
  if (text === undefined) throw new Refusal('IMPORT_ENCODING');
  if (text.trim() === '') throw new Refusal('IMPORT_EMPTY');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  if (!head.includes(',') && /[;\t|]/.test(head)) throw new Refusal('IMPORT_DELIMITER');
  const records = withoutAnnotation(readRecords(text));
  checkHeaders(records[0]?.cells ?? [], columns);
  if (records.length === 1) throw new Refusal('IMPORT_EMPTY');
  return records.slice(1);
}

function readRecords(text: string): TableRow[] {
  let parsed: { record: string[]; raw: string }[];
  try {
    // With `raw` each record comes with its text; the package's types do not say so.
    parsed = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      raw: true,
    }) as unknown as typeof parsed;
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    throw new Refusal('IMPORT_QUOTES', { line: lines, parser: code });
  }
  let line = 1;
  return parsed.map(({ record, raw }, row) => {
    const start = line;
    line += countBreaks(raw);
    return { row, line: start, cells: record };
  });
}

function withoutAnnotation(records: TableRow[]): TableRow[] {
  if (!isAnnotated(records[0]?.cells ?? [])) return records;
  return records.map((record) => ({ ...record, cells: record.cells.slice(1).map(restoreCell) }));
}

const countBreaks = (raw: string): number => raw.match(/\r\n|\r|\n/g)?.length ?? 0;
