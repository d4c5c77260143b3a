import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';

/** Sends rows as a CSV that spreadsheets open in UTF-8, or as JSON; a firm's name never runs as a formula. */
export function sendTable(res: Response, format: 'csv' | 'json', name: string, rows: Record<string, unknown>[]): void {
  res.setHeader('Content-Disposition', `attachment; filename="${name}.${format}"`);
  res.setHeader('Cache-Control', 'private, no-store');
  if (format === 'json') return void res.json({ total: rows.length, rows });
  res
    .type('text/csv; charset=utf-8')
    .send(`\uFEFF${stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' })}`);
}
