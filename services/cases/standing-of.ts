import type { Queryable } from '../../db/queryable';
import { fileNote } from '../../domain/file-note';
import { upgraded, type Alarm, type CaseState } from '../../domain/process';
import type { Rules } from '../../domain/processes';
import type { Standing } from '../../domain/standing';
import { contentHash } from '../entries/append-entry';
import { readCaseAndEffects } from './case-row';

export interface StandingWorld {
  rules: Rules;
  dayEndsAt(day: string): number;
}

/** Where a case stands now; nothing for a case that is not there. */
export async function standingOf(
  manager: Queryable,
  world: StandingWorld,
  caseId: string,
): Promise<Standing | undefined> {
  const row = await readCaseAndEffects(manager, caseId);
  return row && standingOn(world, row);
}

/** Where a case stands by its row and what it has still to carry out. */
export function standingOn(
  world: StandingWorld,
  row: { state: CaseState; version: number; effects: string[] },
): Standing {
  const { id, number, stage } = row.state;
  return {
    caseId: id,
    number,
    stage,
    closed: world.rules.processOf(id).closedStages.includes(stage),
    version: row.version,
    hash: contentHash(row.state) ?? '',
    effects: row.effects,
    ...saidOf(world, row.state),
  };
}

/** What rules say of a state beside the acts; a rule that fails here must not keep a case from its next act. */
function saidOf(world: StandingWorld, stored: CaseState): Pick<Standing, 'alarmAt' | 'marks' | 'note'> {
  const process = world.rules.processOf(stored.id);
  try {
    const state = upgraded(process, stored);
    const waiting = process.waiting(state);
    const departments = process.departments(state);
    const alarm = process.next?.(state);
    const due = waiting.flatMap((entry) => entry.due ?? []).sort()[0];
    return {
      alarmAt: alarm && momentOf(alarm, world),
      marks: { kind: process.kind, lead: departments[0], departments, due },
      note: fileNote(process, state, waiting),
    };
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return {
      marks: { kind: process.kind, departments: [] },
      note: `**${process.kind} ${stored.number}** — a rule fails on its state: ${why}`,
    };
  }
}

const dayMs = 86_400_000;

/** When a step of the clock is due, in milliseconds. */
export function momentOf({ at }: Alarm, world: Pick<StandingWorld, 'dayEndsAt'>): number {
  return world.dayEndsAt(at.endOf) - (at.lessDays ?? 0) * dayMs;
}

/** The clock's next step of a state, where one is due by now. */
export function dueStep(state: CaseState, world: StandingWorld, now: Date): Alarm | undefined {
  const alarm = world.rules.processOf(state.id).next?.(state);
  return alarm && momentOf(alarm, world) <= now.getTime() ? alarm : undefined;
}
