import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { noActivities } from './no-activities';

const local = proxyLocalActivities<typeof noActivities>({ startToCloseTimeout: '15s' });
const regular = proxyActivities<typeof noActivities>({ startToCloseTimeout: '15s' });

/** What one update costs in activities: those that its answer waits for, and those that come after it. */
export interface NoOpStep {
  /** Local activities; the answer waits for them. */
  locals: number;
  /** Regular activities that the answer waits for. */
  awaited: number;
  /** Regular activities that nobody waits for. */
  after: number;
}

export const noOpUpdate = defineUpdate<void, [NoOpStep]>('step');

/** A case without content: as many updates and activities as a real one, waited for where a real one waits, and nothing in them. */
export async function noOp(updates: number): Promise<void> {
  let taken = 0;
  let due = 0;
  setHandler(
    noOpUpdate,
    async ({ locals, awaited, after }) => {
      for (let done = 0; done < locals; done++) await local.nothing();
      for (let done = 0; done < awaited; done++) await regular.nothing();
      due += after;
      taken += 1;
    },
    { validator: (_step) => undefined },
  );
  for (;;) {
    await condition(() => due > 0 || (taken === updates && allHandlersFinished()));
    if (due === 0) return;
    due -= 1;
    await regular.nothing();
  }
}
