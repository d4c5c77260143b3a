import type { Act } from '../act';
import type { Actor } from '../actor';
import type { CaseState, Process } from '../process';
import type { Obstacle } from '../refusals/refusal-list';

/**
 * The rule that stands between a person and an act, or nothing where the act is open to them.
 * Capacity and unit come first, so that a stranger never learns a case's stage from the answer.
 */
export function obstacleTo<S extends CaseState>(
  process: Process<S>,
  act: Act<S>,
  state: S | undefined,
  actor: Actor,
): Obstacle | undefined {
  const relations = process.relations(state, actor);
  const entitled = act.by.some(
    (entitlement) => entitlement.capacity === actor.capacity && relations.includes(entitlement.as),
  );
  if (!entitled) return 'NOT_ENTITLED';
  if (act.opens) return state ? 'ALREADY_OPEN' : undefined;
  if (!state) return 'CASE_UNKNOWN';
  const running = act.once(state, actor);
  if (running) return running;
  if (!act.stages.includes(act.stageOf(state, actor)))
    return process.closedStages.includes(state.stage) ? 'CASE_CLOSED' : 'WRONG_STAGE';
  return act.obstacle(state, actor);
}
