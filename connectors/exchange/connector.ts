import type { ExchangeMessage, Receipt } from '../../domain/exchange/message';
import type { KeyStatus } from '../../domain/exchange/read-status';

/** The platform's answer for one key of a reconciliation. */
export interface ReconcileEntry {
  key: string;
  status: KeyStatus;
}

/** A record that the platform took, with what it answered, word for word. */
export interface Sent {
  receipt: Receipt;
  answer: string;
}

/** The one way to an outside platform. The key makes every send repeatable: the platform keeps one record a key. */
export interface ExchangeConnector {
  /**
   * Hands one record over.
   * @throws RetryableExchangeError when no record is to blame, and trying again helps
   * @throws ExchangeRefusedError when the platform refuses this record and would refuse it again
   */
  send(message: ExchangeMessage, key: string, signal?: AbortSignal): Promise<Sent>;
  /** Asks whether the platform holds the record of a key. Throws as `send` does. */
  status(key: string, signal?: AbortSignal): Promise<KeyStatus>;
  /** Asks for many keys, one answer a key in the same order. Throws as `send` does. */
  reconcile(keys: readonly string[], signal?: AbortSignal): Promise<ReconcileEntry[]>;
}
