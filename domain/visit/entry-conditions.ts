import { refuse, type Refused } from '../act';
import type { Actor } from '../actor';
import type { Answers, FactQuestion } from '../facts';
import { recusedObstacle, teamsObstacle } from './certified';
import { stillInspects } from './inspecting';
import type { VisitState } from './state';
import { answersFrom, teamOn } from './team-on';

/** What a result must not be completed before, and who may enter it. */
export function entryQuestions(state: VisitState, { department, inspector }: Actor, completedOn: string) {
  const result = state.results[department];
  const there = result ? teamOn(result, completedOn) : [];
  const came = answersFrom(result, inspector, completedOn);
  const team = [...there, result?.substitute?.officer, came > completedOn ? undefined : inspector];
  const self = inspector === undefined ? [] : [inspector];
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
    self: { kind: 'officersOn', officers: self, on: came },
    recused: {
      kind: 'recusedOfficers',
      // Before the first record nobody goes who may not; afterwards it is whoever writes.
      officers: [...new Set([...(result?.version ? [] : (result?.officers ?? [])), ...self])],
      object: state.object,
    },
  } satisfies Record<string, FactQuestion>;
}

/**
 * The first condition of an entry that does not hold: never by a department that inspects no longer or by officers who must
 * keep away from the firm; on the day of completion never before the draw, never before the notice where one is due, before
 * the visit's own day only with a reason, and by officers with certificates valid that day. Who came in another's place
 * after that day was not there, and names the on-site record that the entry rests on.
 */
export function entryObstacle(
  state: VisitState,
  { completedOn, earlyReason, restsOn }: { completedOn: string; earlyReason?: string; restsOn?: string },
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
  const recused = recusedObstacle(facts.recused);
  if (recused) return recused;
  const from = answersFrom(result, inspector, completedOn);
  if (from > completedOn && !restsOn) return refuse('RECORD_BASIS_NEEDED', { field: 'restsOn', date: from });
  if (!facts.self[0]?.certified) return refuse('CERTIFICATE_NOT_VALID', { field, on: from });
  return teamsObstacle([facts.team.map(({ id }) => id)], facts.team, completedOn);
}
