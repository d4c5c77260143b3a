/** The tints of `templates/components/tag`; the word carries the meaning, the tint only helps the eye. */
export const tints = ['grey', 'blue', 'green', 'yellow', 'red', 'purple'] as const;
export type Tint = (typeof tints)[number];

/** Statuses of all that is no case: results, answers, messages, files, accounts. The stages of a case have theirs in its face. */
export const statusesByTint: Record<Tint, readonly string[]> = {
  grey: [
    'draft',
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
    'excused',
  ],
  blue: ['open', 'entered', 'confirmed', 'sent', 'queued', 'running', 'withholdingProposed'],
  green: ['reviewed', 'published', 'concluded', 'agree', 'active', 'inOrder', 'done'],
  yellow: ['returned', 'awaiting', 'inProgress', 'agreeWithComments', 'corrected', 'attention', 'dueToday', 'locked'],
  red: ['overdue', 'refused', 'rejected', 'object', 'parked', 'failed', 'adverse', 'problem'],
  purple: ['withheld'],
};
