import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { referralKinds } from '../referral/state';
import { CheckReference, Contact, InspectedObject, issued, optionalParagraph, unitWord, unitName } from './parts';

const DossierEntry = z.object({
  title: line(200),
  number: line(80, 0).default(''),
  date: day.nullable().default(null),
  /** Null where nobody counted them yet: written in by hand when the dossier is handed over. */
  pages: z.int().min(1).max(9999).nullable().default(null),
});

const shape = {
  ...issued,
  referralKind: z.enum(referralKinds),
  addressee: unitName,
  theirs: unitWord,
  check: CheckReference,
  object: InspectedObject,
  inspectedOn: day,
  facts: paragraph(4000),
  legalBasis: paragraph(1000),
  request: optionalParagraph(1000),
  dossier: z.array(DossierEntry).min(1).max(100),
  contact: Contact,
};

/** 函 to another unit, with the list of what the dossier holds. */
export const ReferralLetter = z.object({ ...shape, kind: z.literal('referral-letter') });

/** 线索移送单 from one part of a unit to another: inside one unit no letters are written. */
export const ClueTransfer = z.object({ ...shape, kind: z.literal('clue-transfer') });
