import { findPlatform } from '../domain/exchange/platform';
import { workflowNames } from '../workflows/contracts';
import { exchangeWorkflowId, wakeSignalName } from '../workflows/exchange-contracts';
import { signalOurs, type EngineAccess } from './runs-of-ours';

/** Tells a platform's queue that there is something to send; starts it where it sleeps. */
export async function wakeExchange(engine: EngineAccess, platformKey: string): Promise<void> {
  if (!findPlatform(platformKey)) throw new RangeError(`No outside platform is named "${platformKey}".`);
  const workflowId = exchangeWorkflowId(platformKey);
  await signalOurs(
    engine,
    { type: workflowNames.exchange, workflowId, summary: `exchange ${platformKey}` },
    wakeSignalName,
  );
}
