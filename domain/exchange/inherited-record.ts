import type { ExchangeOperation } from './envelope';
import type { OutboxPayload } from './message';
import type { OutboxState } from './outbox-state';
import { carriesCard } from '../identity-card';
import { isAbsent, type ExchangeRecord } from './record-check';

/** A message that stands earlier in the line. */
export interface EarlierRecord {
  state: OutboxState;
  operation: ExchangeOperation;
  record: ExchangeRecord;
  corrections: ExchangeRecord | null;
}

/**
 * The record of a new message after the earlier ones of its line. A withdrawal names the record that it withdraws, as it
 * went out: under the name of the authority of that day, and with what a person supplied. A new version takes over what was
 * supplied for an earlier one where it still lacks it.
 * @param line earlier messages, oldest first
 */
export function inheritedRecord(
  { operation, record }: Pick<OutboxPayload, 'operation' | 'record'>,
  line: readonly EarlierRecord[],
): ExchangeRecord {
  const versions = line.filter((earlier) => earlier.operation !== 'd').toReversed();
  if (operation === 'd') {
    const sent = (versions.find(({ state }) => state === 'sent') ?? versions[0])?.record ?? record;
    // what should never have gone out is withdrawn by the record's id, and not said again
    return Object.fromEntries(Object.entries(sent).filter(([, value]) => !carriesCard(value)));
  }
  const supplied = Object.assign({}, ...line.map(({ corrections }) => corrections ?? {})) as ExchangeRecord;
  const lacking = Object.entries(supplied).filter(([field]) => isAbsent(record[field]));
  return { ...record, ...Object.fromEntries(lacking) };
}
