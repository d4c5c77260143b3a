import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';

/** Sends rows as CSV with their heads; a spreadsheet must never take a firm's name for a formula. */
export function sendCsv(
  res: Response,
  name: string,
  rows: Record<string, string | number | null>[],
  heads: Record<string, string>,
): void {
  res.setHeader('Content-Type', 'text/csv; charset=utf-8');
  res.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`);
  const columns = Object.entries(heads).map(([key, header]) => ({ key, header }));
  res.send(`\uFEFF${stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' })}`);
}
