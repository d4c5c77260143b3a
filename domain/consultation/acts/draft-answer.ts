import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { fileIds, paragraph } from '../../fields';
import { theDraft } from '../replaced';
import type { ConsultationState } from '../state';

/** M8: the department's handler drafts the answer; its leader sends it. */
export const draftAnswer = defineAct<ConsultationState>()({
  name: 'consultation.draftAnswer',
  stages: ['open'],
  by: [{ capacity: 'departmentHandler', as: 'addressee' }],
  replaces: theDraft,
  input: z.object({
    verdict: z.enum(['agree', 'agreeWithComments', 'object']),
    reasons: paragraph(4000, 2).optional(),
    attachments: fileIds.default([]),
  }),
  obstacle: (state, actor) => (state.letters[actor.department]?.answer ? 'ALREADY_ANSWERED' : undefined),
  facts: (_state, input) => ({ files: { kind: 'attachments' as const, ids: input.attachments } }),
  decide(state, input, actor, occasion, facts) {
    if (input.verdict !== 'agree' && !input.reasons) return refuse('REASON_NEEDED', { field: 'reasons' });
    if (facts.files.length !== input.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
    const letter = state.letters[actor.department];
    if (!letter) return refuse('NOT_ENTITLED');
    const draft = { ...input, by: actor.account, at: occasion.at };
    return {
      next: {
        ...state,
        letters: {
          ...state.letters,
          [actor.department]: { ...letter, draft, version: (letter.version ?? 0) + 1, returned: undefined },
        },
      },
      attachments: facts.files.map((file) => file.sha256),
    };
  },
});
