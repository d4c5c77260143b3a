import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { objectStatuses } from '../registers/object-dictionary';

/** Text that may be absent; templates are strict, so absence is the empty text and never a missing key. */
export const optionalLine = (max: number) => line(max, 0).default('');
export const optionalParagraph = (max: number) => paragraph(max, 0).default('');

/** Full name of a unit, as long as the list of units takes one. */
export const unitName = line(100);

/** Name of a person, as long as a register or an account takes one. */
export const personName = line(60);

/** What a unit calls itself and others after 我, 你 and 贵: 局, 委, 办. */
export const unitWord = line(10).default('单位');

/** What every issued paper carries. `demonstration` prints the mark that it has no legal effect. */
export const issued = {
  /** Full name of the issuing unit, as in its seal. */
  issuer: unitName,
  /** The word for the issuer after 我 and 你. */
  own: unitWord,
  /** 发文字号. */
  number: line(60),
  /** 成文日期. */
  date: day,
  demonstration: z.boolean(),
};

/** Whom to call: a number with digits. */
export const Contact = z.object({ person: personName, phone: line(40).regex(/\d{5}/) });

/** A certified officer; the certificate is shown to the firm before anything else (行政处罚法 第五十五条). */
export const DocumentOfficer = z.object({ name: personName, certificate: line(60) });

/** 行政处罚法 第四十二条: never fewer than two officers. */
export const Officers = z.array(DocumentOfficer).min(2).max(20);

/** The inspected firm, place or product as the register has it on the day of issue. */
export const InspectedObject = z.object({
  name: line(200),
  code: optionalLine(40),
  address: optionalLine(300),
  legalRepresentative: optionalLine(60),
  contact: optionalLine(100),
  /** Its state in the register; empty on papers that are not of a visit. */
  status: z.enum(objectStatuses).or(z.literal('')).default(''),
});

export const CheckReference = z.object({ number: line(60), title: line(100) });

/** A signed opinion; absent on a form that is filled by hand. */
export const SignedOpinion = z.object({ opinion: paragraph(1000), name: personName, date: day });

/** Last day of a legal term, or the year whose calendar is not yet published (M30). */
export const DueDay = z.union([z.object({ date: day }), z.object({ pendingYear: z.int().min(2000).max(2100) })]);
