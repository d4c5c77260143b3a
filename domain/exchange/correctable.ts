import type { OutboxPayload } from './message';
import type { ExchangeRecord } from './record-check';
import type { RecordKind } from './record-kind';

/**
 * Fields by which a platform knows things and that this house may lack: numbers, codes, and names of their kinds. Everything
 * else of a record (result, day, authority, facts, officers) was decided by an act on the case and is corrected there.
 */
const correctable: Record<RecordKind, readonly string[]> = {
  checkAction: ['catalogueCode', 'checklistCode', 'nature', 'idType', 'idCode', 'division', 'planId'],
  spotCheck: ['idCode'],
  referral: ['catalogueCode', 'idCode'],
};

/** Fields of a record that a person may supply in a message. */
export function correctableFieldsOf(kind: RecordKind): readonly string[] {
  return correctable[kind];
}

/** Fields that somebody wants to change and that come from the recorded version. */
export function notCorrectable(
  { kind, record }: Pick<OutboxPayload, 'kind' | 'record'>,
  fields: ExchangeRecord,
): string[] {
  return Object.keys(fields).filter(
    (field) => !correctable[kind].includes(field) && JSON.stringify(fields[field]) !== JSON.stringify(record[field]),
  );
}
