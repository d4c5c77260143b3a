import { consultation as process } from '../domain/consultation/process';
import { silent, type ConsultationState } from '../domain/consultation/state';
import { asking } from './case-run/activities-of-a-case';
import { CaseRun } from './case-run/case-run';
import type { CaseStart } from './contracts';

const day = 24 * 3_600_000;

/** One round of written consultation, with its reminder, its term, and what silence means after it. */
export async function consultation(start: CaseStart<ConsultationState>): Promise<void> {
  const run = new CaseRun(process, start);
  let reminded = false;
  while (!run.atRest()) {
    const state = run.state;
    if (!state || run.closed || state.lapsed) {
      await run.serve();
      return;
    }
    const term = (await asking().termOf({ due: state.due })) ?? Infinity;
    const reminderAt = reminded ? Infinity : term - day;
    const next = Math.min(term, reminderAt);
    const waitMs = Number.isFinite(next) ? Math.max(0, next - Date.now()) : day;
    if (waitMs > 0)
      await run.serve(
        () => run.closed || run.state?.due !== state.due,
        waitMs,
        reminderAt < term ? 'waits for answers until the reminder' : 'waits for answers until the term ends',
      );
    if (run.closed) continue;
    if (Date.now() >= term) await run.takeStep('consultation.lapse', 'lapse');
    else if (Date.now() >= reminderAt && silent(run.state ?? state).length > 0) {
      reminded = true;
      await run.takeStep('consultation.remind', 'remind-before-term');
    }
  }
}
