import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { runningCases, standingOfRun } from '../../engine/running-cases';
import { openCases, type OpenCase } from '../../services/queries/cases/open-cases';

/** A case on which row and engine do not agree. */
export interface Difference {
  caseId: string;
  kind: 'noRun' | 'noRow' | 'otherState' | 'silent';
  said: string;
}

export interface Comparison {
  rows: number;
  runs: number;
  differences: Difference[];
}

/** How long a second look waits, in milliseconds: an act in flight is no difference. */
const secondLookMs = 3_000;
const asksAtOnce = 10;

/**
 * Every open case row against every running workflow: version, stage and the hash of the whole state. What differs is
 * looked at a second time, so that acts in flight are told apart from differences.
 */
export async function findDifferences(
  client: Client,
  dataSource: DataSource,
  lookMs = secondLookMs,
): Promise<Comparison> {
  const first = await compare(client, dataSource);
  if (first.differences.length === 0) return first;
  await new Promise((resolve) => setTimeout(resolve, lookMs));
  const seen = new Map(first.differences.map((difference) => [difference.caseId, difference.said]));
  const second = await compare(client, dataSource);
  // Still different, and in the same way: what moved meanwhile is at work.
  return { ...second, differences: second.differences.filter(({ caseId, said }) => seen.get(caseId) === said) };
}

async function compare(client: Client, dataSource: DataSource): Promise<Comparison> {
  const rows = await openCases(dataSource);
  const running = await runningCases(client);
  const differences: Difference[] = [];
  for (const [caseId, { stage }] of rows) {
    if (running.has(caseId)) continue;
    differences.push({ caseId, kind: 'noRun', said: `the row is open at ${stage} and no workflow runs` });
  }
  const pages = [...running];
  for (let from = 0; from < pages.length; from += asksAtOnce) {
    const page = pages.slice(from, from + asksAtOnce);
    const found = await Promise.all(page.map((caseId) => differenceOf(client, caseId, rows.get(caseId))));
    differences.push(...found.filter((difference) => difference !== undefined));
  }
  return { rows: rows.size, runs: running.size, differences };
}

async function differenceOf(
  client: Client,
  caseId: string,
  row: OpenCase | undefined,
): Promise<Difference | undefined> {
  if (!row) return { caseId, kind: 'noRow', said: 'a workflow runs and no row is open' };
  const run = await standingOfRun(client, caseId);
  if (typeof run === 'string') return { caseId, kind: 'silent', said: `its workflow does not answer: ${run}` };
  if (run?.version === row.version && run.stage === row.stage && run.hash === row.hash) return undefined;
  const believed = run ? `${run.stage}, version ${run.version}` : 'nothing yet';
  return {
    caseId,
    kind: 'otherState',
    said: `the row says ${row.stage}, version ${row.version}; the workflow says ${believed}`,
  };
}
