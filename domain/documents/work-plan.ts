import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import { Contact, issued, unitName } from './parts';
import { NamedTeam, SchemeSummary } from './scheme-summary';

/** 抽查工作方案: the approved scheme in full, with schedule and division of labour. */
export const WorkPlan = z.object({
  ...issued,
  kind: z.literal('work-plan'),
  addressees: z.array(unitName).min(1).max(30),
  /** 发文字号 of the decision that approved the scheme. */
  approval: z.object({ number: line(60), date: day }),
  /** Working days in which a result is published. */
  publicationDays: z.int().min(1).max(20),
  scheme: SchemeSummary,
  schedule: z
    .array(z.object({ stage: line(60), from: day, to: day, work: paragraph(500) }))
    .min(1)
    .max(20),
  duties: z
    .array(z.object({ department: unitName, duty: paragraph(500) }))
    .min(1)
    .max(30),
  teams: z.array(NamedTeam).max(30).default([]),
  requirements: z.array(paragraph(500)).max(20).default([]),
  contact: Contact,
  copies: z.array(unitName).max(30).default([]),
});
