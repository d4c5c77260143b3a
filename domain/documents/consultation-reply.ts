import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import type { Verdict } from '../joint-check/state';
import { CheckReference, issued, unitWord, unitName } from './parts';

const verdicts = ['agree', 'agreeWithComments', 'object'] as const satisfies readonly Verdict[];

/** 复函: a participant's written answer; whoever does not plainly agree gives reasons. */
export const ConsultationReply = z
  .object({
    ...issued,
    kind: z.literal('consultation-reply'),
    addressee: unitName,
    theirs: unitWord,
    letter: z.object({ number: line(60), date: day, round: z.int().min(1).max(99).default(1) }),
    check: CheckReference,
    verdict: z.enum(verdicts),
    reasons: z.array(paragraph(2000)).max(30).default([]),
    attachments: z.array(line(200)).max(20).default([]),
  })
  .refine((reply) => reply.verdict === 'agree' || reply.reasons.length > 0, {
    path: ['reasons'],
    error: 'reasonsNeeded',
  });
