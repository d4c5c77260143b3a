import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { reason } from '../../fields';
import { unread } from '../../opened';
import { objectStatuses } from '../../registers/object-dictionary';
import { decidesOnList, dispositionAfterReview, referralDrafts } from '../follow-up';
import { publishTermOf } from '../publication-term';
import { readingOf, reviewerReadsFirst } from '../read-first';
import { registerObstacle } from '../register-state';
import { isOfficer, resultStageOf, withResult } from '../result';
import { theForm } from '../replaced';
import type { ResultState, VisitState } from '../state';

/** The department's leader, who is none of the officers, reviews; then publication and disposition run apart. */
export const reviewResult = defineAct<VisitState>()({
  name: 'visit.reviewResult',
  stages: ['confirmed'],
  by: [{ capacity: 'departmentLeader', as: 'inspecting' }],
  replaces: theForm,
  reads: true,
  input: z.object({
    verdict: z.enum(['pass', 'return']),
    reason: reason.optional(),
    /** The firm's state in the register, named by whoever lets a result pass that says another thing of it. */
    registerRead: z.enum(objectStatuses).optional().meta({ options: 'registerRead' }),
  }),
  stageOf: resultStageOf,
  obstacle: (state, actor) => (isOfficer(state.results[actor.department], actor) ? 'OFFICER_CANNOT_REVIEW' : undefined),
  // Counted again for what was entered before results kept their terms.
  facts(state, _input, actor, occasion) {
    const result = state.results[actor.department];
    const term = result && publishTermOf(result);
    return {
      ...readingOf('visit.reviewResult', state, actor),
      register: { kind: 'objectStatus' as const, object: state.object },
      referrals: { kind: 'openReferrals' as const, visit: state.id, department: actor.department },
      due: { kind: 'dueDay' as const, from: term?.from ?? occasion.today, workingDays: term?.workingDays ?? 0 },
      ...(result && decidesOnList(result, actor.department) && { listing: listingTerm(occasion.today) }),
    };
  },
  decide(state, input, actor, occasion, facts) {
    const result = state.results[actor.department];
    if (!result) return refuse('NOT_ENTITLED');
    if (input.verdict === 'return') {
      if (!input.reason) return refuse('REASON_NEEDED', { field: 'reason' });
      const returned: ResultState = {
        ...result,
        stage: 'awaitingVisit',
        since: occasion.at,
        confirmedBy: undefined,
        enteredBy: undefined,
        returned: { how: 'review', by: actor.account, at: occasion.at, reason: input.reason, version: result.version },
      };
      return { next: withResult(state, actor.department, returned, occasion), reason: input.reason };
    }

    const blind = unread(reviewerReadsFirst(result, facts.form), facts.opening);
    if (blind) return blind;
    const contradiction = registerObstacle(result.code, facts.register.status, input.registerRead);
    if (contradiction) return contradiction;
    // A first review finds none: only what was drafted from an earlier version can be waiting.
    const unsent = facts.referrals.filter(({ stage }) => stage === 'draft' || stage === 'refused');
    const drafts = referralDrafts(state, actor.department, occasion, unsent);
    const known = unsent.map(({ kind }) => kind);
    const disposition = dispositionAfterReview(result, actor.department);
    const listing = disposition === 'open' ? facts.listing : undefined;
    const reviewed: ResultState = {
      ...result,
      stage: 'reviewed',
      since: occasion.at,
      reviewedBy: actor.account,
      publication: 'awaiting',
      publishTerm: publishTermOf(result),
      publishDue: facts.due,
      disposition,
      // A term that runs goes on; another finding has none.
      dispositionTerm: listing && (result.dispositionTerm ?? listing.term),
      dispositionDue: listing && (result.dispositionDue ?? listing.due),
      reviewedAs: { code: result.code, followUp: result.followUp },
      referrals: result.referrals + drafts.length,
      drafted: [
        ...(result.drafted ?? []),
        ...[...drafts.map(({ referralKind }) => referralKind), ...known].map((kind) => ({ kind, code: result.code })),
      ],
    };
    return {
      next: withResult(state, actor.department, reviewed, occasion),
      reason: input.reason,
      effects: [
        ...unsent.map(({ id }) => ({
          kind: 'tellCase' as const,
          id,
          act: 'referral.noteCorrection',
          input: { resultVersion: result.version, code: result.code },
          submission: `${id}/result-${result.version}`,
        })),
        ...drafts.map((draft) => ({
          kind: 'openCase' as const,
          process: 'referral' as const,
          id: draft.id,
          state: draft,
        })),
      ],
    };
  },
});

/** Asked for nobody else: every leader reviews. */
const listingTerm = (from: string) => ({
  kind: 'legalTerm' as const,
  from,
  setting: 'disposition.abnormalListWorkingDays' as const,
});
