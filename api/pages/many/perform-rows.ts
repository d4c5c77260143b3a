import type { Act } from '../../../domain/act';
import type { ActOutcome } from '../../../engine/perform-act';
import type { AppWorld } from '../../app-world';
import { performFor } from '../../perform-for';
import type { Person } from '../../person';

/** What is to be done on one case. */
export interface RowToDo {
  caseId: string;
  number: string;
  act: Act;
  input: Record<string, unknown>;
  submission: string;
}

/** How many cases are asked at the same time. */
const atOnce = 8;

/**
 * Does an act on each case under a submission of its own, and tells what became of each; sent again, nothing is done twice.
 * @param settled hears of each as soon as it is known; that it could not take it in keeps no other case waiting
 */
export async function performRows(
  world: AppWorld,
  person: Person,
  rows: readonly RowToDo[],
  settled: (row: RowToDo, outcome: ActOutcome) => Promise<void>,
): Promise<Map<string, ActOutcome>> {
  const outcomes = new Map<string, ActOutcome>();
  const left = [...rows];
  // Whoever is done takes the next one: one slow case keeps nobody waiting but itself.
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;

  async function work(): Promise<void> {
    for (let row = left.shift(); row; row = left.shift()) {
      const { act, caseId, input, submission } = row;
      const one = performFor(world, person, { act: act.name, caseId, input, submission });
      const outcome = await one.catch((failure: unknown) => unknown(act, failure));
      outcomes.set(row.number, outcome);
      await settled(row, outcome).catch((failure: unknown) =>
        world.log.error({ err: failure, act: act.name }, 'What became of one of many acts could not be noted'),
      );
    }
  }

  /** What became of one is not known: the others are done all the same, and it may be sent again under its name. */
  function unknown(act: Act, failure: unknown): ActOutcome {
    world.log.error({ err: failure, act: act.name }, 'One of many acts failed');
    return { kind: 'unreachable' };
  }
}
