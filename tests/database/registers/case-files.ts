import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportCommand, ImportReport } from '../../../services/registers/import-run';
import { loadInspectors } from '../../../services/registers/load-inspectors';
import { loadObjects } from '../../../services/registers/load-objects';
import { commandOf } from './at-the-desk';
import type { OpenCounty } from './open-county';

/** A file of the inputs that once went wrong, byte for byte. */
export const caseFile = (name: string): Buffer => readFileSync(join(__dirname, '../../fixtures/cases', name));

/** Such a file with its first line kept and others below it. */
export const withRows = (name: string, ...rows: string[]): Buffer =>
  Buffer.from([caseFile(name).toString('utf8').split('\r\n')[0], ...rows, ''].join('\r\n'));

/** Loads a file as the office does; the day is that of the trials. */
export async function load(
  county: OpenCounty,
  kind: 'objects' | 'inspectors',
  content: Buffer,
  more: Partial<ImportCommand> = {},
): Promise<ImportReport> {
  const command = await commandOf(county, 'office-handler');
  const loader = kind === 'objects' ? loadObjects : loadInspectors;
  return loader(county.dataSource, {
    ...command,
    fileName: `${kind}.csv`,
    content,
    dryRun: false,
    today: '2026-11-30',
    ...more,
  });
}
