import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { referralKinds } from '../referral/state';
import { CheckReference, Contact, InspectedObject, issued, optionalParagraph } from './parts';

const DossierEntry = z.object({
  title: line(200),
  number: line(80, 0).default(''),
  date: day.nullable().default(null),
  pages: z.int().min(1).max(9999),
});

/** 移送函, 抄告函, or notice to a credit platform, with the list of what the dossier holds. */
export const ReferralLetter = z.object({
  ...issued,
  kind: z.literal('referral-letter'),
  referralKind: z.enum(referralKinds),
  addressee: line(60),
  check: CheckReference,
  object: InspectedObject,
  inspectedOn: day,
  facts: paragraph(4000),
  legalBasis: paragraph(1000),
  request: optionalParagraph(1000),
  dossier: z.array(DossierEntry).min(1).max(100),
  contact: Contact,
});
