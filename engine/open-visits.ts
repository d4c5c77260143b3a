import type { Client } from '@temporalio/client';
import type { CaseState } from '../domain/process';
import { startCase } from './start-case';

const pageSize = 100;
const startsAtOnce = 10;

/** Opens visits in pages: rows first, then workflows, so that no visit runs that nobody can see. */
export async function openVisits<S extends CaseState>(
  client: Client,
  visits: S[],
  record: (page: S[]) => Promise<void>,
  onProgress: () => void,
  taskQueue: string,
): Promise<void> {
  for (let from = 0; from < visits.length; from += pageSize) {
    const page = visits.slice(from, from + pageSize);
    await record(page);
    for (let start = 0; start < page.length; start += startsAtOnce) {
      await Promise.all(page.slice(start, start + startsAtOnce).map((visit) => startCase(client, visit, taskQueue)));
      onProgress();
    }
  }
}
