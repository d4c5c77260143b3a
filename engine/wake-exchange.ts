import type { Client } from '@temporalio/client';
import { findPlatform } from '../domain/exchange/platform';
import { workflowNames } from '../workflows/contracts';
import { exchangeWorkflowId, wakeSignalName } from '../workflows/exchange-contracts';

/** Tells a platform's queue that there is something to send; starts it where it sleeps. */
export async function wakeExchange(client: Client, platformKey: string, taskQueue: string): Promise<void> {
  if (!findPlatform(platformKey)) throw new RangeError(`No outside platform is named "${platformKey}".`);
  await client.workflow.signalWithStart(workflowNames.exchange, {
    workflowId: exchangeWorkflowId(platformKey),
    taskQueue,
    signal: wakeSignalName,
    signalArgs: [],
    staticSummary: `exchange ${platformKey}`,
  });
}
