import type { z } from 'zod';
import { checkActionRecordSchema } from './check-action-record';
import type { PlatformDefinition } from './platform';
import type { RecordKind } from './record-kind';
import { referralRecordSchema } from './referral-record';
import { spotCheckRecordSchema } from './spot-check-record';

/** A record as it is kept in the outbox: it may still lack what a platform requires. */
export type ExchangeRecord = Readonly<Record<string, unknown>>;

/** A field that is present and wrong, with zod's issue code. */
export interface RecordFault {
  field: string;
  code: string;
}

/** What a record of each kind looks like. */
export const recordSchemas: Record<RecordKind, z.ZodType> = {
  checkAction: checkActionRecordSchema,
  spotCheck: spotCheckRecordSchema,
  referral: referralRecordSchema,
};

/** Fields that the platform requires for this kind of record and that the record lacks, in the platform's order. */
export function missingFor(platform: PlatformDefinition, kind: RecordKind, record: ExchangeRecord): string[] {
  return (platform.required[kind] ?? []).filter((field) => isAbsent(record[field]));
}

/** Fields that are there and break the record's schema; absent fields belong to `missingFor`. */
export function faultsOf(kind: RecordKind, record: ExchangeRecord): RecordFault[] {
  const parsed = recordSchemas[kind].safeParse(record);
  if (parsed.success) return [];
  return parsed.error.issues
    .map((issue) => ({ field: fieldOf(issue), code: issue.code }))
    .filter((fault) => !isAbsent(record[fault.field]) || issueIsUnknownField(fault));
}

/** The record as it goes out: fields that say nothing are left out. */
export function presentFields(record: ExchangeRecord): ExchangeRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isAbsent(value)));
}

/** Whether the platform takes this kind of record at all. */
export function takesKind(platform: PlatformDefinition, kind: RecordKind): boolean {
  return platform.required[kind] !== undefined;
}

// an unknown field is a fault even when its value is empty
function issueIsUnknownField(fault: RecordFault): boolean {
  return fault.code === 'unrecognized_keys';
}

/** Whether a field says nothing. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function fieldOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.keys[0] ?? '';
  return String(issue.path[0] ?? '');
}
