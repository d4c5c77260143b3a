import { referral as process } from '../domain/referral/process';
import type { ReferralState } from '../domain/referral/state';
import { CaseRun } from './case-run/case-run';
import type { CaseStart } from './contracts';

/** A referral about a firm, from its draft to the outcome that came back. */
export async function referral(start: CaseStart<ReferralState>): Promise<void> {
  const run = new CaseRun(process, start);
  await run.serve();
}
