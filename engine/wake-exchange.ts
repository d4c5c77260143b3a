import type { Client } from '@temporalio/client';
import { findPlatform } from '../domain/exchange/platform';
import { exchangeStartOf, exchangeWorkflowId, wakeSignalName } from '../workflows/exchange-contracts';

/** Tells a platform's queue that there is something to send; starts it where it sleeps. */
export async function wakeExchange(
  client: Client,
  platformKey: string,
  queues: { cases: string; exchange: string },
  perMinute?: number,
): Promise<void> {
  const platform = findPlatform(platformKey);
  if (!platform) throw new RangeError(`No outside platform is named "${platformKey}".`);
  await client.workflow.signalWithStart('exchange', {
    workflowId: exchangeWorkflowId(platformKey),
    taskQueue: queues.cases,
    args: [exchangeStartOf(platform, queues.exchange, perMinute)],
    signal: wakeSignalName,
    signalArgs: [],
    staticSummary: `exchange ${platformKey}`,
  });
}
