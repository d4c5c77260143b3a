import { z } from 'zod';
import { day, line } from '../fields';
import {
  CheckReference,
  Contact,
  InspectedObject,
  issued,
  Officers,
  optionalLine,
  optionalParagraph,
  unitName,
} from './parts';

/** An item with the law that it rests on and how it is checked. */
const NoticeItem = z.object({ name: line(200), basis: optionalParagraph(4000), method: optionalLine(200) });

/** 检查通知书: one visit of all departments, announced to the firm with what it is to bring and what it may demand. */
export const InspectionNotice = z.object({
  ...issued,
  kind: z.literal('inspection-notice'),
  check: CheckReference,
  visitNumber: line(60),
  object: InspectedObject,
  inspectionDate: day,
  /** For example “上午9时”. */
  timeOfDay: optionalLine(40),
  departments: z
    .array(
      z.object({
        department: unitName,
        items: z.array(NoticeItem).min(1).max(60),
        officers: Officers,
        /** Where its officers may be complained of; empty where the unit has no public number. */
        phone: optionalLine(40),
        /** Which visit of this department to this firm it is in the calendar year, from 1; null where nobody counted. */
        nth: z.int().min(1).max(9999).nullable().default(null),
      }),
    )
    .min(1)
    .max(30),
  materials: z.array(line(1000)).max(2000).default([]),
  /** What inspectors must not do, a line each, as the county has set it down. */
  conduct: z.array(line(300)).max(40).default([]),
  contact: Contact,
});
