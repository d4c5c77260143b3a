import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { checkMethods, findings, followUps, resultCodes } from '../visit/record-form';
import { CheckReference, InspectedObject, Officers, optionalParagraph, SignedOpinion, unitName } from './parts';

const FormRow = z.object({
  item: line(200),
  content: optionalParagraph(4000),
  /** Null on a form that is filled by hand. */
  finding: z.enum(findings).nullable().default(null),
  problem: optionalParagraph(1000),
  handling: optionalParagraph(1000),
});

/** 检查记录表 of one department for one object, with that object's items and no others; blank or filled. */
export const RecordFormDocument = z.object({
  kind: z.literal('record-form'),
  demonstration: z.boolean(),
  check: CheckReference,
  formNumber: line(80),
  department: unitName,
  object: InspectedObject,
  items: z.array(FormRow).min(1).max(60),
  otherProblem: optionalParagraph(2000),
  methods: z.array(z.enum(checkMethods)).max(checkMethods.length).default([]),
  result: z.enum(resultCodes).nullable().default(null),
  followUp: z.enum(followUps).nullable().default(null),
  objectOpinion: optionalParagraph(1000),
  /** Why the firm's signature is missing, with the witness or recording. */
  signatureNote: paragraph(500, 0).default(''),
  officers: Officers,
  /** Day of the on-site record; null on a blank form. */
  inspectedOn: day.nullable().default(null),
  leaderReview: SignedOpinion.nullable().default(null),
  publicationApproval: SignedOpinion.nullable().default(null),
  /** Address of the visit in the system, printed as a QR code. */
  taskUrl: z.url({ protocol: /^https?$/ }).max(500),
});
