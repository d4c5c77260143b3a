import { z } from 'zod';
import { line } from '../fields';
import type { SilenceMeans } from '../joint-check/state';
import { Contact, DueDay, issued } from './parts';
import { SchemeSummary } from './scheme-summary';

const silenceMeanings = ['agreed', 'leader', 'blocks'] as const satisfies readonly SilenceMeans[];

/** 征求意见函: asks one participant for its written answer on the scheme, and prints what silence means. */
export const ConsultationLetter = z.object({
  ...issued,
  kind: z.literal('consultation-letter'),
  addressee: line(60),
  round: z.int().min(1).max(99),
  scheme: SchemeSummary,
  /** Term for the answer in working days from receipt, and its last day. */
  workingDays: z.int().min(1).max(60),
  due: DueDay,
  silence: z.enum(silenceMeanings),
  contact: Contact,
  attachments: z.array(line(200)).max(20).default([]),
});
