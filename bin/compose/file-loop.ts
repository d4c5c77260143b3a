import type { DataSource } from 'typeorm';
import { dropLooseFiles } from '../../services/files/drop-loose-files';
import { dropOldUploads } from '../../services/files/uploads/drop-old-uploads';
import { dropUnnamedPools } from '../../services/draw/drop-unnamed-pools';
import { sweep } from './sweep';

const everyMs = 600_000;
/** A form may stay open as long as its session is prolonged; a week is longer than anybody's. */
const keptForMs = 7 * 86_400_000;

/** Removes files whose form was never sent or that never arrived whole and pools that no draw was frozen with, until it is stopped. */
export function fileLoop(dataSource: DataSource, complain: (failure: unknown) => void): { stop(): Promise<void> } {
  return sweep(everyMs, sweepOnce, complain);

  async function sweepOnce(): Promise<void> {
    const before = new Date(Date.now() - keptForMs);
    await dropLooseFiles(dataSource, before);
    await dropOldUploads(dataSource, before);
    await dropUnnamedPools(dataSource, before);
  }
}
