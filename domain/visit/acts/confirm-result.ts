import { z } from 'zod';
import { defineAct, refuse, type Occasion } from '../../act';
import type { Actor } from '../../actor';
import { unread } from '../../opened';
import { recusedObstacle } from '../certified';
import { readingOf, secondOfficerReadsFirst } from '../read-first';
import { resultStageOf, secondOfficerObstacle, withResult } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';
import { answersFrom } from '../team-on';

/** 行政处罚法 第四十二条: two officers answer for what was found; the second confirms what the first entered. */
export const confirmResult = defineAct<VisitState>()({
  name: 'visit.confirmResult',
  stages: ['entered'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  reads: true,
  input: z.object({}),
  stageOf: resultStageOf,
  obstacle: secondOfficerObstacle,
  facts(state, _input, actor, occasion) {
    const officers = actor.inspector ? [actor.inspector] : [];
    return {
      ...readingOf('visit.confirmResult', state, actor),
      officer: { kind: 'officersOn' as const, officers, on: onDay(state, actor, occasion) },
      recused: { kind: 'recusedOfficers' as const, officers, object: state.object },
    };
  },
  decide(state, _input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    const recused = recusedObstacle(facts.recused);
    if (recused) return recused;
    if (!facts.officer[0]?.certified) return refuse('CERTIFICATE_NOT_VALID', { on: onDay(state, actor, occasion) });
    const blind = unread(secondOfficerReadsFirst(result, facts.form, actor), facts.opening);
    if (blind) return blind;
    const confirmed = { ...result, stage: 'confirmed' as const, since: occasion.at, confirmedBy: actor.inspector };
    return { next: withResult(state, actor.department, confirmed, occasion) };
  },
});

/** The day on which the second officer's certificate must be valid. */
function onDay(state: VisitState, { department, inspector }: Actor, { today }: Occasion): string {
  const result = state.results[department];
  return answersFrom(result, inspector, result?.completedOn ?? today);
}
