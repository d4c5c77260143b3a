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

/** The steps of so many runs are on a page; the files have all. */
export const runsOnPage = 50;

/**
 * The steps of a case's workflow, newest first, and whether there are older runs than were read.
 * @param runsAtMost without it the steps of all runs
 * @returns nothing where the engine cannot be asked now: the acts are shown without them
 */
export async function stepItems(
  world: AppWorld,
  caseId: string,
  runsAtMost = Infinity,
): Promise<{ steps: StepItem[]; more: boolean } | undefined> {
  try {
    const steps: StepItem[] = [];
    let runs = 0;
    for await (const { json } of world.histories(caseId)) {
      if (runs === runsAtMost) return { steps, more: true };
      runs += 1;
      for (const step of historySteps(json).reverse()) steps.push(itemOf(world, step));
    }
    return { steps, more: false };
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
