import { visit as process } from '../domain/visit/process';
import type { VisitState } from '../domain/visit/state';
import { CaseRun } from './case-run/case-run';
import type { CaseStart } from './contracts';

/** The visit of one drawn object by all departments; ends when every result has ended both of its tracks. */
export async function visit(start: CaseStart<VisitState>): Promise<void> {
  const run = new CaseRun(process, start);
  await run.serve();
}
