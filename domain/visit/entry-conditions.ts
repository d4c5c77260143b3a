import { refuse, type Refused } from '../act';
import type { Actor } from '../actor';
import type { Answers, FactQuestion } from '../facts';
import { teamsObstacle } from './certified';
import { stillInspects } from './inspecting';
import type { VisitState } from './state';

/** What a result must not be completed before, and who may enter it. */
export function entryQuestions(state: VisitState, { department, inspector }: Actor, completedOn: string) {
  const result = state.results[department];
  const team = [...(result?.officers ?? []), result?.substitute?.officer, inspector];
  return {
    days: {
      kind: 'firstDone',
      acts: {
        drawn: { case: `draw/${state.batch}`, act: 'draw.hold' },
        noticed: { case: state.id, act: 'visit.issueNotice' },
      },
    },
    units: { kind: 'departments', codes: [department] },
    team: { kind: 'officersOn', officers: [...new Set(team)].filter((one) => one !== undefined), on: completedOn },
  } satisfies Record<string, FactQuestion>;
}

/**
 * The first condition of an entry that does not hold on the day of completion: never by a department that inspects no longer, never before the draw, never before the
 * notice where one is due, before the visit's own day only with a reason, and by officers with certificates valid that day.
 */
export function entryObstacle(
  state: VisitState,
  { completedOn, earlyReason }: { completedOn: string; earlyReason?: string },
  { department, inspector }: Actor,
  facts: Answers<ReturnType<typeof entryQuestions>>,
): Refused | undefined {
  const result = state.results[department];
  if (!result) return refuse('NOT_ENTITLED');
  // What was recorded while the department inspected is seen to its end.
  if (result.version === 0 && !stillInspects(facts.units, department))
    return refuse('UNIT_INSPECTS_NO_LONGER', { department });
  if (state.noticeOvertaken?.includes(department)) return refuse('NOTICE_OVERTAKEN');
  const { drawn, noticed } = facts.days;
  const field = 'completedOn';
  if (drawn && completedOn < drawn) return refuse('DATE_BEFORE_DRAW', { field, date: drawn });
  if (!state.unannounced && noticed && completedOn < noticed)
    return refuse('DATE_BEFORE_NOTICE', { field, date: noticed });
  if (state.date && completedOn < state.date && !earlyReason)
    return refuse('EARLY_REASON_NEEDED', { field: 'earlyReason', date: state.date });
  const self = facts.team.find(({ id }) => id === inspector);
  if (!self?.certified) return refuse('CERTIFICATE_NOT_VALID', { field, on: completedOn });
  return teamsObstacle([facts.team.map(({ id }) => id)], facts.team, completedOn);
}
