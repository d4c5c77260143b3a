import { z } from 'zod';
import { defineAct } from '../../act';
import { day, fileIds, paragraph } from '../../fields';
import { takeForm } from '../entering';
import { formQuestions } from '../form-questions';
import { checkMethods, signatures } from '../record-form';
import { resultStageOf } from '../result';
import { theForm } from '../replaced';
import type { VisitState } from '../state';

/** “全部未发现问题”: every item of the form in order, code 1, nothing to follow, in one act. */
export const allInOrder = defineAct<VisitState>()({
  name: 'visit.allInOrder',
  stages: ['awaitingVisit'],
  by: [{ capacity: 'inspector', as: 'assigned' }],
  replaces: theForm,
  input: z.object({
    completedOn: day,
    earlyReason: paragraph(500).optional(),
    methods: z.array(z.enum(checkMethods)).min(1).max(6),
    signature: z.enum(signatures),
    signatureNote: paragraph(500).optional(),
    registerNote: paragraph(500).optional(),
    itemNote: paragraph(500).optional(),
    attachments: fileIds.default([]),
  }),
  stageOf: resultStageOf,
  /** What was once recorded is changed item by item, never swept aside in one press. */
  obstacle: (state, actor) => (state.results[actor.department]?.version ? 'ALREADY_RECORDED' : undefined),
  facts: (state, input, actor) => formQuestions(state, actor, input),
  decide(state, input, actor, occasion, facts) {
    const rows = facts.items.map(({ code }) => ({ item: code, finding: 'inOrder' as const }));
    return takeForm(
      state,
      { ...input, code: '1', followUp: 'none', rows },
      { publicNote: undefined },
      actor,
      occasion,
      facts,
    );
  },
});
