import { OutboxAttempt } from './outbox-attempt';
import { OutboxMessage } from './outbox-message';

/** Entities of the outbox to outside platforms. */
export const exchangeEntities = [OutboxMessage, OutboxAttempt];
