import { workflowNames, type CalendarVersion } from '../workflows/contracts';
import { startOurs, type EngineAccess } from './runs-of-ours';

/** Has the terms of open cases counted by a version of a calendar; starting it again changes nothing. */
export async function startRecounting(engine: EngineAccess, { year, version }: CalendarVersion): Promise<void> {
  await startOurs(engine, {
    type: workflowNames.recounting,
    workflowId: `calendar/${year}-${version}`,
    summary: `calendar ${year}, version ${version}`,
  });
}
