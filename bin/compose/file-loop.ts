import type { DataSource } from 'typeorm';
import { dropLooseFiles } from '../../services/files/drop-loose-files';
import { sweep } from './sweep';

const everyMs = 600_000;
/** A form may stay open as long as its session is prolonged; a week is longer than anybody's. */
const keptForMs = 7 * 86_400_000;

/** Removes files whose form was never sent, until it is stopped. */
export function fileLoop(dataSource: DataSource, complain: (failure: unknown) => void): { stop(): Promise<void> } {
  return sweep(
    everyMs,
    async () => void (await dropLooseFiles(dataSource, new Date(Date.now() - keptForMs))),
    complain,
  );
}
