import { caseMishaps, type CaseMishap } from '../../../services/queries/faults/case-mishaps';
import type { AppWorld } from '../../app-world';
import { stepWords } from '../faults/step-words';
import type { StepItem } from './step-items';

/** What went amiss in a case beside its acts, the newest first: who tried what and which rule stood against it, and parked steps. */
export async function mishapItems(world: AppWorld, caseId: string, units: Record<string, string>): Promise<StepItem[]> {
  const mishaps = await caseMishaps(world.dataSource, caseId);
  return mishaps.map((mishap) => itemOf(world, mishap, units));
}

function itemOf(world: AppWorld, mishap: CaseMishap, units: Record<string, string>): StepItem {
  const { texts } = world.views;
  const { t, has } = texts;
  const { kind, at, name, capacity, department, code, tries } = mishap;
  return {
    at,
    title: t(`faults:timeline.${kind}`, { step: stepWords(texts, { step: mishap.step, key: mishap.step }), tries }),
    unit: units[department] ?? t('cases:capacities.system'),
    capacity: capacity ? t(`cases:capacities.${capacity}`) : undefined,
    actor: name ?? undefined,
    kind: 'step',
    reason: code ? (has(`problems:${code}.what`) ? t(`problems:${code}.what`) : code) : undefined,
  };
}
