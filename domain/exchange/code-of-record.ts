import { natureOf } from './build-records';
import type { RecordKind } from './record-kind';

/** The fields of a record that follow from a firm's credit code. */
export function codeOfRecord(kind: RecordKind, uscc: string): Record<string, string | undefined> {
  if (kind !== 'checkAction') return { idCode: uscc };
  return { idCode: uscc, idType: 'uscc', nature: natureOf(uscc) };
}
