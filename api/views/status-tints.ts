/** The tints of `templates/components/tag`; the word carries the meaning, the tint only helps the eye. */
export const tints = ['grey', 'blue', 'green', 'yellow', 'red', 'purple'] as const;
export type Tint = (typeof tints)[number];

export const statusesByTint: Record<Tint, readonly string[]> = {
  grey: [
    'draft',
    'drafting',
    'blocked',
    'awaitingDate',
    'awaitingVisit',
    'notYet',
    'notNeeded',
    'closed',
    'cancelled',
    'withdrawn',
    'givenUp',
    'expired',
    'inactive',
    'superseded',
  ],
  blue: [
    'open',
    'consulting',
    'awaitingApproval',
    'awaitingFreeze',
    'frozen',
    'drawn',
    'opened',
    'underway',
    'scheduled',
    'noticed',
    'entered',
    'confirmed',
    'dispatched',
    'sent',
    'queued',
    'running',
    'withholdingProposed',
  ],
  green: [
    'approved',
    'reviewed',
    'published',
    'completed',
    'concluded',
    'received',
    'agree',
    'active',
    'inOrder',
    'done',
  ],
  yellow: ['returned', 'awaiting', 'inProgress', 'agreeWithComments', 'corrected', 'attention', 'dueToday', 'locked'],
  red: ['overdue', 'refused', 'rejected', 'object', 'terminated', 'parked', 'failed', 'adverse', 'problem'],
  purple: ['withheld'],
};

const tintOf = new Map(tints.flatMap((tint) => statusesByTint[tint].map((status) => [status, tint] as const)));

/** Tint of a status by its identifier; grey for one that is not listed. */
export function statusTint(status: string): Tint {
  return tintOf.get(status) ?? 'grey';
}
