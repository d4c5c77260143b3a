/** The tints of `templates/components/tag`; the word carries the meaning, the tint only helps the eye. */
export const tints = ['grey', 'blue', 'green', 'yellow', 'red', 'purple'] as const;
export type Tint = (typeof tints)[number];

const statusesByTint: Record<Tint, readonly string[]> = {
  grey: ['draft', 'drafting', 'notStarted', 'pending', 'closed', 'withdrawn', 'expired', 'inactive', 'none', 'superseded'],
  blue: ['consulting', 'consultation', 'awaitingDecision', 'awaitingApproval', 'drawn', 'inProgress', 'running', 'entered', 'confirmed', 'sent', 'accepted', 'queued', 'scheduled'],
  green: ['approved', 'reviewed', 'published', 'finished', 'completed', 'done', 'agreed', 'received', 'active', 'noAction', 'clean'],
  yellow: ['returned', 'awaitingPublication', 'dueSoon', 'dueToday', 'objected', 'conditional', 'corrected', 'reminded', 'locked', 'attention'],
  red: ['overdue', 'rejected', 'refused', 'disagreed', 'terminated', 'parked', 'failed', 'adverse', 'struckOff'],
  purple: ['notPublic', 'restricted', 'lawfullyWithheld', 'referred'],
};

const tintOf = new Map(tints.flatMap((tint) => statusesByTint[tint].map((status) => [status, tint] as const)));

/** Tint of a status by its identifier; grey for one that is not listed. */
export function statusTint(status: string): Tint {
  return tintOf.get(status) ?? 'grey';
}
