import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { followUps, resultCodes } from '../visit/record-form';
import { CheckReference, Contact, DueDay, InspectedObject, issued } from './parts';

/** 检查结果告知书: one department tells the firm its result, what must follow, and when it will be public. */
export const ResultNotice = z.object({
  ...issued,
  kind: z.literal('result-notice'),
  check: CheckReference,
  object: InspectedObject,
  inspectedOn: day,
  /** Working days in which the result is published. */
  publicationDays: z.int().min(1).max(20),
  items: z.array(line(200)).min(1).max(60),
  result: z.enum(resultCodes),
  problems: z.array(paragraph(1000)).max(60).default([]),
  followUp: z.enum(followUps),
  /** Last day for putting things right; null where nothing was ordered. */
  correctBy: day.nullable().default(null),
  /** Last day of publication; null where the result is not published by law. */
  publicationDue: DueDay.nullable(),
  /** Legal basis for not publishing; only where `publicationDue` is null. */
  withheldBasis: line(300, 0).default(''),
  contact: Contact,
});
