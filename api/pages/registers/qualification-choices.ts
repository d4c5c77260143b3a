import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { readSetting } from '../../../services/queries/registers/read-setting';
import type { AppWorld } from '../../app-world';
import type { Choice } from '../../forms/field-views';

/** The county's names of qualifications, with those that a row already holds. */
export async function qualificationChoices(world: AppWorld, held: readonly string[] = []): Promise<Choice[]> {
  const names = await readSetting(world.dataSource.manager, 'inspector.qualifications', shanghaiDay(world.now()));
  return [...new Set([...names, ...held])].map((value) => ({ value, text: value }));
}
