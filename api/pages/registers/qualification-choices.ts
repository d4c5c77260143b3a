import { listSettings } from '../../../services/queries/registers/list-settings';
import type { AppWorld } from '../../app-world';
import type { Choice } from '../../forms/field-views';

/** The county's names of qualifications, with those that a row already holds. */
export async function qualificationChoices(world: AppWorld, held: readonly string[] = []): Promise<Choice[]> {
  const settings = await listSettings(world.dataSource);
  const names = (settings.find(({ key }) => key === 'inspector.qualifications')?.value ?? []) as string[];
  return [...new Set([...names, ...held])].map((value) => ({ value, text: value }));
}
