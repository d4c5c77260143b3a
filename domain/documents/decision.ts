import { z } from 'zod';
import { day, line, paragraph } from '../fields';
import type { ProposedDecision } from '../joint-check/state';
import { CheckReference, issued, unitWord, unitName } from './parts';

const outcomes = [
  'approve',
  'approveWithConditions',
  'return',
  'reject',
] as const satisfies readonly ProposedDecision['outcome'][];

const Minutes = z.object({ kind: z.literal('minutes'), number: line(80), date: day });
const Authorisation = z.object({
  kind: z.literal('authorisation'),
  document: line(120),
  scope: line(200),
  validTo: day,
});

/** 复函 of the office on a scheme: 审定意见 with the basis it rests on (M10); one with conditions names them, a return or refusal its reason. */
export const Decision = z
  .object({
    ...issued,
    kind: z.literal('decision'),
    addressee: unitName,
    theirs: unitWord,
    check: CheckReference,
    proposedOn: day,
    outcome: z.enum(outcomes),
    /** Null only for a return or a rejection. */
    basis: z.discriminatedUnion('kind', [Minutes, Authorisation]).nullable().default(null),
    conditions: z.array(paragraph(500)).max(20).default([]),
    reason: paragraph(2000, 0).default(''),
    copies: z.array(unitName).max(30).default([]),
  })
  .refine((decision) => decision.basis !== null || !approves(decision.outcome), {
    path: ['basis'],
    error: 'basisNeeded',
  })
  .refine((decision) => decision.conditions.length > 0 || decision.outcome !== 'approveWithConditions', {
    path: ['conditions'],
    error: 'conditionsNeeded',
  })
  .refine((decision) => decision.reason !== '' || approves(decision.outcome), {
    path: ['reason'],
    error: 'reasonNeeded',
  });

function approves(outcome: ProposedDecision['outcome']): boolean {
  return outcome === 'approve' || outcome === 'approveWithConditions';
}
