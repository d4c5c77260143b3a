import { OutboxAttempt } from './outbox-attempt';
import { OutboxMessage } from './outbox-message';
import { PlatformPace } from './platform-pace';

/** Entities of the outbox to outside platforms. */
export const exchangeEntities = [OutboxMessage, OutboxAttempt, PlatformPace];
