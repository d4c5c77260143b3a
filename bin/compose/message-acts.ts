import type { DataSource } from 'typeorm';
import type { AppWorld } from '../../api/app-world';
import { correctMessage } from '../../services/exchange/correct-message';
import { giveUpMessage } from '../../services/exchange/give-up-message';
import { retryMessage } from '../../services/exchange/retry-message';

/** A person's acts on parked messages, on the real outbox. */
export function messageActs(dataSource: DataSource): AppWorld['messages'] {
  return {
    retry: (act) => retryMessage(dataSource, act),
    correct: (act) => correctMessage(dataSource, act),
    giveUp: (act) => giveUpMessage(dataSource, act),
  };
}
