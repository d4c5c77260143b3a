import type { DataSource } from 'typeorm';
import type { EngineAccess } from '../../engine/runs-of-ours';
import { startRecounting } from '../../engine/start-recounting';
import { hasUncountedTerms, recountOfficeTerms } from '../../services/cases/recount-office-terms';
import { calendarsToRecount } from '../../services/queries/registers/calendars-to-recount';
import { sweep } from './sweep';

const everyMs = 5_000;

/** Notices calendars that were published or amended, whoever did it and whatever crashed since, and has the terms counted again (M30). */
export function recountLoop(
  engine: EngineAccess,
  dataSource: DataSource,
  complain: (failure: unknown) => void,
): { stop(): Promise<void> } {
  return sweep(
    everyMs,
    async () => {
      const changed = await calendarsToRecount(dataSource);
      if (changed.length > 0 || (await hasUncountedTerms(dataSource))) await recountOfficeTerms(dataSource);
      for (const calendar of changed) await startRecounting(engine, calendar);
    },
    complain,
  );
}
