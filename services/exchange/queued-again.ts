import type { OutboxMessageRow } from './message-row';

/** Columns of a message that a person sends back into the queue; its attempts count anew from here. */
export function queuedAgain(message: OutboxMessageRow, at: Date): Record<string, unknown> {
  return {
    state: 'queued',
    next_attempt_at: at,
    attempts_before: message.attempts,
    own_failures: 0,
    tried_at: null,
    last_error_code: null,
    last_error: null,
  };
}
