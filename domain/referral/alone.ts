import type { OpenReferral } from '../facts';

/** By this name whatever begins or addresses a referral of a result is judged one after the other. */
export const referralsAlone = (visit: string, department: string): string => `referrals ${visit} ${department}`;

/** A referral that runs, as a refusal names it. */
export const runningAs = ({ id }: Pick<OpenReferral, 'id'>) => ({ case: id, referral: id.slice(id.indexOf('/') + 1) });
