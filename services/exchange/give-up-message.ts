import type { DataSource } from 'typeorm';
import type { MessageAct } from '../../domain/exchange/message-act';
import { Refusal } from '../../domain/refusal';
import { actOnMessage } from './act-on-message';
import type { OutboxMessageRow } from './message-row';

/**
 * Ends a parked message without sending it; the owning case is told.
 * @throws Refusal as `actOnMessage`; REASON_NEEDED where the reason says nothing
 */
export async function giveUpMessage(
  dataSource: DataSource,
  input: MessageAct & { reason: string },
): Promise<OutboxMessageRow> {
  if (input.reason.trim() === '') throw new Refusal('REASON_NEEDED', { field: 'reason' });
  return actOnMessage(dataSource, input, {
    act: 'exchange.giveUp',
    reason: input.reason,
    set: () => ({ state: 'givenUp', next_attempt_at: null, last_error: input.reason }),
  });
}
