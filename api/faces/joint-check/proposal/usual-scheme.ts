import { shanghaiDay } from '../../../../domain/calendar/shanghai-day';
import { readSetting } from '../../../../services/queries/registers/read-setting';
import type { AppWorld } from '../../../app-world';

/** What a county usually does, by its settings of today: it fills a proposal that nobody has begun. */
export async function usualScheme(world: AppWorld) {
  const [{ manager }, today] = [world.dataSource, shanghaiDay(world.now())];
  const [ratios, officers, excludeOpenChecks] = await Promise.all([
    readSetting(manager, 'draw.riskRatios', today),
    readSetting(manager, 'draw.officersPerDepartment', today),
    readSetting(manager, 'draw.excludeOpenChecks', today),
  ]);
  return {
    officers,
    excludeOpenChecks,
    strata: Object.entries(ratios).map(([grade, basisPoints]) => ({ scale: 'general', grade, basisPoints })),
  };
}
