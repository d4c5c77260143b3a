import { z } from 'zod';
import { day, line } from '../fields';
import { objectKinds, riskClasses, Stratum } from '../joint-check/scheme';
import { CheckReference, Officers, optionalLine, optionalParagraph, unitName } from './parts';

const SchemeItem = z.object({ name: line(200), basis: optionalParagraph(4000) });

const SchemeTask = z.object({
  department: unitName,
  items: z.array(SchemeItem).min(1).max(60),
  officers: z.int().min(2).max(20),
  qualifications: z.array(line(40)).max(5).default([]),
});

/** The scheme of a joint check in words: names instead of codes, nothing to look up. */
export const SchemeSummary = z.object({
  check: CheckReference,
  purpose: optionalParagraph(2000),
  lead: unitName,
  tasks: z.array(SchemeTask).min(1).max(30),
  scope: z.object({
    kinds: z.array(z.enum(objectKinds)).max(objectKinds.length).default([]),
    industries: z.array(line(100)).max(200).default([]),
    divisions: z.array(line(100)).max(400).default([]),
    tags: z.array(line(40)).max(50).default([]),
    riskClasses: z.array(z.enum(riskClasses)).max(riskClasses.length).default([]),
  }),
  /** Objects in scope on the day of issue; null where the register was not counted. */
  objectsInScope: z.int().min(0).nullable().default(null),
  strata: z
    .array(Stratum)
    .min(1)
    .max(riskClasses.length + 1),
  /** Of each stratum, in their order: the objects that it holds on the day of issue, and how many are drawn of them. */
  quotas: z
    .array(z.object({ base: z.int().min(0), number: z.int().min(0) }))
    .max(riskClasses.length + 1)
    .default([]),
  windowFrom: day,
  windowTo: day,
  objectsPerTrip: z.int().min(1).max(50),
  /** 飞行检查: the law by which the firm is told nothing beforehand; empty where a notice is due. */
  unannouncedBasis: optionalLine(200),
});
export type SchemeSummary = z.infer<typeof SchemeSummary>;

/** A department's officers by name, where they are already known. */
export const NamedTeam = z.object({ department: unitName, officers: Officers });
