import { draw as process } from '../domain/draw/process';
import type { DrawState } from '../domain/draw/state';
import { CaseRun } from './case-run/case-run';
import type { CaseStart } from './contracts';

/** One batch: frozen by the lead, drawn by the office, opened after its visits. */
export async function draw(start: CaseStart<DrawState>): Promise<void> {
  const run = new CaseRun(process, start);
  await run.serve();
}
