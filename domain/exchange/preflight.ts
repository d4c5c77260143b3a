import { carriesCard } from '../identity-card';
import type { OutboxPayload } from './message';
import { parkCodes } from './outbox-state';
import type { PlatformDefinition } from './platform';
import { faultsOf, missingFor, takesKind } from './record-check';

/** Why a message cannot be sent as it stands, with the fields that a person must mend. */
export interface Hindrance {
  code: string;
  fields: string[];
}

/** Looks for what would make the platform refuse; undefined means that the message may go. */
export function findHindrance(platform: PlatformDefinition | undefined, payload: OutboxPayload): Hindrance | undefined {
  if (platform === undefined) return { code: parkCodes.unknownPlatform, fields: [] };
  if (!takesKind(platform, payload.kind)) return { code: parkCodes.notTaken, fields: [] };
  const carrying = Object.keys(payload.record).filter((field) => carriesCard(payload.record[field]));
  if (carrying.length > 0) return { code: parkCodes.identityCard, fields: carrying };
  // a withdrawal is named by the id of its record
  const missing = payload.operation === 'd' ? [] : missingFor(platform, payload.kind, payload.record);
  if (missing.length > 0) return { code: parkCodes.incomplete, fields: missing };
  const faults = faultsOf(payload.kind, payload.record);
  if (faults.length > 0) return { code: parkCodes.invalid, fields: [...new Set(faults.map((fault) => fault.field))] };
  return undefined;
}
