import { openingsOfCase } from '../../../services/queries/cases/openings';
import type { AppWorld } from '../../app-world';
import type { StepItem } from './step-items';

/** Who had what an act answers for before them, and when: beside the acts, so that a supervisor sees which were done blind. */
export async function openingItems(
  world: AppWorld,
  caseId: string,
  units: Record<string, string>,
): Promise<StepItem[]> {
  const { t } = world.views.texts;
  const openings = await openingsOfCase(world.dataSource, caseId);
  return openings.map(({ act, at, name, department }) => ({
    at,
    title: t('supervision:opened', { act: t(`acts:${act}.name`) }),
    unit: units[department] ?? department,
    actor: name,
    kind: 'step',
  }));
}
