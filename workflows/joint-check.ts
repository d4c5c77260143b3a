import { jointCheck as process } from '../domain/joint-check/process';
import type { JointCheckState } from '../domain/joint-check/state';
import { CaseRun } from './case-run/case-run';
import type { CaseStart } from './contracts';

/** A departmental joint check, from its proposal to 办结. */
export async function jointCheck(start: CaseStart<JointCheckState>): Promise<void> {
  const run = new CaseRun(process, start);
  if (await run.opened()) await run.serve();
}
