import { workflowNames } from '../workflows/contracts';
import { startOurs, type EngineAccess } from './runs-of-ours';

/** Has a queued paper drawn; one that is being drawn already is left to it. */
export async function orderPaper(engine: EngineAccess, key: string): Promise<void> {
  await startOurs(engine, { type: workflowNames.printing, workflowId: `paper/${key}`, summary: `paper ${key}` });
}
