import { isDeepStrictlyEqual } from './equality';
import type { Scheme } from './scheme';
import { participantsOf, standingObjections, type JointCheckState } from './state';

/**
 * The participants that a new scheme touches: all of them where objects, ratios or the window change,
 * else those whose own task changes, those who are new, and those whose objection stands.
 */
export function touchedBy(state: JointCheckState, scheme: Scheme): string[] {
  const participants = participantsOf({ lead: state.lead, scheme });
  const { tasks: oldTasks, purpose: _oldPurpose, title: _oldTitle, ...oldFrame } = state.scheme;
  const { tasks: newTasks, purpose: _newPurpose, title: _newTitle, ...newFrame } = scheme;
  if (!isDeepStrictlyEqual(oldFrame, newFrame)) return participants;

  const objecting = new Set(standingObjections(state));
  return participants.filter((department) => {
    if (objecting.has(department)) return true;
    const before = oldTasks.find((task) => task.department === department);
    const after = newTasks.find((task) => task.department === department);
    return !isDeepStrictlyEqual(before, after);
  });
}
