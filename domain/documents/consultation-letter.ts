import { z } from 'zod';
import { line } from '../fields';
import type { SilenceMeans } from '../joint-check/state';
import { Contact, DueDay, issued } from './parts';
import { SchemeSummary } from './scheme-summary';

const silenceMeanings = ['agreed', 'leader', 'blocks'] as const satisfies readonly SilenceMeans[];

/** 征求意见函: asks all participants of a round for their written answers; the scheme goes with it as its enclosure. */
export const ConsultationLetter = z.object({
  ...issued,
  kind: z.literal('consultation-letter'),
  addressees: z.array(line(60)).min(1).max(30),
  round: z.int().min(1).max(99),
  scheme: SchemeSummary,
  /** Term for the answer in working days from receipt, and its last day. */
  workingDays: z.int().min(1).max(60),
  due: DueDay,
  silence: z.enum(silenceMeanings),
  contact: Contact,
});
