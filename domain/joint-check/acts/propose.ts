import { z } from 'zod';
import { defineAct } from '../../act';
import { Scheme } from '../scheme';
import type { JointCheckState } from '../state';
import { schemeQuestions, schemeObstacle } from '../scheme-facts';

/** 附件四（二）: the industry department drafts the joint check and names its participants. */
export const propose = defineAct<JointCheckState>()({
  name: 'jointCheck.propose',
  stages: [],
  opens: true,
  by: [{ capacity: 'departmentHandler', as: 'any' }],
  input: z.object({ scheme: Scheme }),
  facts: (_state, input, _actor, { today }) => ({
    ...schemeQuestions(input.scheme),
    silence: { kind: 'setting' as const, key: 'consultation.silence' as const, on: today },
    consultationDays: { kind: 'setting' as const, key: 'consultation.workingDays' as const, on: today },
  }),
  decide(_state, input, actor, occasion, facts) {
    const obstacle = schemeObstacle(
      input.scheme,
      { lead: actor.department, today: occasion.today, earliest: occasion.today },
      facts,
    );
    if (obstacle) return obstacle;

    const number = occasion.number ?? '';
    const next: JointCheckState = {
      id: `joint-check/${number}`,
      number,
      stage: 'drafting',
      since: occasion.at,
      lead: actor.department,
      initiators: [actor.department],
      scheme: input.scheme,
      items: facts.items.map(({ code, version, department }) => ({ code, version, department })),
      schemeVersion: 1,
      silence: facts.silence,
      consultationDays: facts.consultationDays,
      round: 0,
      toBeAsked: [],
      answers: {},
      conditions: [],
      batches: 0,
      extensions: [],
    };
    return { next };
  },
});
