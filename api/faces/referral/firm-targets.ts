import { referralKinds, type ReferralKind } from '../../../domain/referral/kinds';
import type { ReferralState } from '../../../domain/referral/state';

/** Where a firm's facts can go: a draft that stands, or one that is still to be made. */
export type Target =
  | { key: string; draft: ReferralState; kind: ReferralKind; addressee?: string }
  | { key: string; draft?: undefined; kind: ReferralKind; addressee?: string };

/** Stages in which the text of a referral is written. */
const written = new Set(['draft', 'refused']);

/**
 * Where the facts about a firm can be sent by a department: its drafts, and what has not been sent yet, a crossNotice once for
 * each other department.
 * @param existing every referral of the department about the visit, closed ones too
 * @param departments that a crossNotice may go to
 */
export function firmTargets(existing: readonly ReferralState[], departments: readonly string[]): Target[] {
  const drafts = existing
    .filter(({ stage }) => written.has(stage))
    .map((draft): Target => ({
      key: draft.number,
      draft,
      kind: draft.referralKind,
      ...(draft.addressee && { addressee: draft.addressee }),
    }));
  const sent = existing.filter(({ stage }) => stage !== 'givenUp');
  const further = referralKinds.flatMap((kind): Target[] => {
    if (kind !== 'crossNotice')
      return sent.some((one) => one.referralKind === kind) ? [] : [{ key: `new:${kind}`, kind }];
    return departments
      .filter((code) => !sent.some((one) => one.referralKind === kind && one.addressee === code))
      .map((addressee) => ({ key: `new:${kind}:${addressee}`, kind, addressee }));
  });
  return [...drafts, ...further];
}

/** What is done for the targets that were ticked: drafts get the text; the others are drafted first, in this order. */
export interface FirmPlan {
  /** Drafts with the addressee that each of them gets. */
  amend: { key: string; number: string; addressee?: string }[];
  /** Kinds of the drafts still to be made, in the order of their serials. */
  make: { key: string; kind: ReferralKind; addressee?: string }[];
}

/** A crossNotice that was drafted without an addressee goes to the first department that was ticked beside it. */
export function firmPlan(targets: readonly Target[], ticked: ReadonlySet<string>): FirmPlan {
  const chosen = targets.filter(({ key }) => ticked.has(key));
  const make = chosen.filter(({ draft }) => !draft).map(({ key, kind, addressee }) => ({ key, kind, addressee }));
  const amend = chosen.flatMap(({ key, draft, kind, addressee }) => {
    if (!draft) return [];
    if (kind !== 'crossNotice' || addressee) return [{ key, number: draft.number, addressee }];
    const taken = make.findIndex((one) => one.kind === kind);
    const [first] = taken < 0 ? [] : make.splice(taken, 1);
    return [{ key, number: draft.number, addressee: first?.addressee }];
  });
  return { amend, make };
}
