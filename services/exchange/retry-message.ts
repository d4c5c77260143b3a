import type { DataSource } from 'typeorm';
import type { MessageAct } from '../../domain/exchange/message-act';
import { findPlatform } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';
import { Refusal } from '../../domain/refusal';
import { actOnMessage } from './act-on-message';
import { queuedAgain } from './queued-again';
import type { OutboxMessageRow } from './message-row';

/**
 * Puts a parked message back into the queue as it is, with a full allowance of attempts.
 * @throws Refusal as `actOnMessage`; MESSAGE_INCOMPLETE where the record still cannot go
 */
export async function retryMessage(dataSource: DataSource, input: MessageAct): Promise<OutboxMessageRow> {
  return actOnMessage(dataSource, input, {
    act: 'exchange.retry',
    set(message) {
      const hindrance = findHindrance(findPlatform(message.platform), message.payload);
      if (hindrance) throw new Refusal('MESSAGE_INCOMPLETE', { ...hindrance });
      return queuedAgain(message, input.at);
    },
  });
}
