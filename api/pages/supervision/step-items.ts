import { historySteps, type HistoryStep } from '../../../engine/history-steps';
import type { AppWorld } from '../../app-world';

/** A step of a case's workflow in plain words, as the timeline shows it. */
export interface StepItem {
  at: Date;
  title: string;
  unit: string;
  /** Of whoever tried it or saw to it, where a person did. */
  capacity?: string;
  actor?: string;
  kind: 'step';
  /** Why it was refused or had to be tried again. */
  reason?: string;
}

/**
 * The steps of a case's workflow, newest first.
 * @returns nothing where the engine cannot be asked now: the acts are shown without them
 */
export async function stepItems(world: AppWorld, caseId: string): Promise<StepItem[] | undefined> {
  try {
    const runs = await world.histories(caseId);
    return runs.flatMap(({ json }) =>
      historySteps(json)
        .reverse()
        .map((step) => itemOf(world, step)),
    );
  } catch (failure) {
    world.log.warn({ err: failure }, 'The histories of a case could not be read');
    return undefined;
  }
}

function itemOf(world: AppWorld, step: HistoryStep): StepItem {
  const { t } = world.views.texts;
  return {
    at: step.at,
    title: titleOf(world, step),
    unit: t('supervision:engine'),
    kind: 'step',
    reason: reasonOf(world, step),
  };
}

function titleOf(world: AppWorld, { kind, name, attempts = 1, until }: HistoryStep): string {
  const { t, has, formatDateTime } = world.views.texts;
  const work = has(`supervision:work.${name}`) ? t(`supervision:work.${name}`) : (name ?? '');
  if (kind === 'worked')
    return attempts > 1
      ? t('supervision:steps.workedAfter', { work, attempts })
      : t('supervision:steps.worked', { work });
  if (kind === 'waited' && until) return t('supervision:steps.waitedUntil', { until: formatDateTime(until) });
  const act = name && has(`acts:${name}.name`) ? t(`acts:${name}.name`) : name;
  return t(`supervision:steps.${kind}`, { work, act });
}

function reasonOf(world: AppWorld, { failure }: HistoryStep): string | undefined {
  const { t, has } = world.views.texts;
  return failure && has(`problems:${failure}.what`) ? t(`problems:${failure}.what`) : failure;
}
