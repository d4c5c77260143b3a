import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { departmentCode, fileIds, line, paragraph } from '../../fields';
import { referralsAlone, runningAs } from '../alone';
import { theDossier, turned } from '../replaced';
import type { ReferralState } from '../state';

/** The handler completes the draft: facts, legal basis, addressee, dossier. */
export const amend = defineAct<ReferralState>()({
  name: 'referral.amend',
  stages: ['draft', 'refused'],
  by: [{ capacity: 'departmentHandler', as: 'sender' }],
  replaces: theDossier,
  input: z.object({
    addressee: departmentCode.optional(),
    facts: paragraph(4000, 4),
    legalBasis: line(300, 4),
    /** 14-digit supervision-catalogue code; platforms refuse a record without it. */
    catalogueCode: z
      .string()
      .regex(/^\d{14}$/, { error: 'catalogueCode' })
      .optional(),
    attachments: fileIds.default([]),
  }),
  alone: (state) => referralsAlone(state.visit, state.department),
  facts: (state, input) => ({
    open: { kind: 'openReferrals' as const, visit: state.visit, department: state.department },
    files: { kind: 'attachments' as const, ids: input.attachments },
    departments: { kind: 'departments' as const, codes: input.addressee ? [input.addressee] : [] },
  }),
  decide(state, input, actor, occasion, facts) {
    if (facts.files.length !== input.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
    if (state.referralKind === 'crossNotice') {
      if (!input.addressee) return refuse('ADDRESSEE_NEEDED', { field: 'addressee' });
      if (input.addressee === state.department) return refuse('ADDRESSEE_IS_SENDER', { field: 'addressee' });
      if (facts.departments.length === 0)
        return refuse('DEPARTMENT_UNKNOWN', { field: 'addressee', department: input.addressee });
      // Whom the finding itself named stays: the law asks for that notice, whatever was sent of an earlier one.
      const running =
        input.addressee !== state.addressee &&
        facts.open.find(
          ({ id, kind, addressee }) => id !== state.id && kind === 'crossNotice' && addressee === input.addressee,
        );
      if (running) return refuse('REFERRAL_RUNNING', { field: 'addressee', ...runningAs(running) });
    }
    const addressee = state.referralKind === 'crossNotice' ? input.addressee : state.addressee;
    return {
      next: turned(state, {
        ...input,
        addressee,
        stage: 'draft',
        since: occasion.at,
        draftedBy: actor.account,
        refusal: undefined,
        corrected: undefined,
      }),
      attachments: facts.files.map((file) => file.sha256),
    };
  },
});
