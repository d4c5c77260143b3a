import { z } from 'zod';
import { day, line } from '../fields';
import { CheckReference, InspectedObject, Officers, optionalLine, optionalParagraph, unitName } from './parts';

/** 现场笔录: what the officers saw and did; empty parts are printed as ruled space for handwriting. */
export const OnsiteRecord = z.object({
  kind: z.literal('onsite-record'),
  demonstration: z.boolean(),
  number: line(80),
  department: unitName,
  check: CheckReference,
  object: InspectedObject,
  inspectedOn: day.nullable().default(null),
  startedAt: optionalLine(20),
  endedAt: optionalLine(20),
  place: optionalLine(300),
  officers: Officers,
  /** Who was met on the spot for the firm. */
  present: z.object({ name: optionalLine(60), position: optionalLine(60), phone: optionalLine(40) }),
  witness: optionalLine(60),
  findings: optionalParagraph(6000),
  objectOpinion: optionalParagraph(1000),
  signatureNote: optionalParagraph(500),
});
