import { z } from 'zod';
import { line } from '../fields';
import type { SilenceMeans } from '../joint-check/state';
import { Contact, DueDay, issued, unitName } from './parts';
import { schemeParts } from './scheme-changes';
import { SchemeSummary } from './scheme-summary';

const Task = z
  .object({
    items: z.array(line(200)).max(60),
    officers: z.int(),
    qualifications: z.array(line(40)).max(5),
  })
  .nullable();

const silenceMeanings = ['agreed', 'leader', 'blocks'] as const satisfies readonly SilenceMeans[];

/** What the letter of the round before said is not kept. */
export const notKept = 'notKept';

/** 征求意见函: asks all participants of a round for their written answers; the scheme goes with it as its enclosure. */
export const ConsultationLetter = z.object({
  ...issued,
  kind: z.literal('consultation-letter'),
  addressees: z.array(unitName).min(1).max(30),
  round: z.int().min(1).max(99),
  scheme: SchemeSummary,
  /**
   * The scheme as the letter of the round before set it out, and what is otherwise in this one; that it is not kept what that
   * letter said; nothing in a first round, and in letters from before they named it.
   */
  since: z
    .union([
      z.object({
        scheme: SchemeSummary,
        parts: z.array(z.enum(schemeParts)).max(schemeParts.length),
        tasks: z.array(z.object({ department: unitName, was: Task, is: Task })).max(60),
      }),
      z.literal(notKept),
    ])
    .nullable()
    .default(null),
  /** Term for the answer in working days from receipt, and its last day. */
  workingDays: z.int().min(1).max(60),
  due: DueDay,
  silence: z.enum(silenceMeanings),
  contact: Contact,
});
