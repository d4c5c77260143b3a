/** Whom a referral goes to: the own case unit, another department, the credit system, or joint action. */
export const referralKinds = ['caseUnit', 'crossNotice', 'publicCredit', 'jointDiscipline'] as const;
export type ReferralKind = (typeof referralKinds)[number];
