import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

const everyMs = 4_000;

/**
 * Lets every activity that the engine waits for beat as long as its process lives, so that the work of a worker that died
 * is given to another in seconds, however long the work itself may take.
 */
export function beatWhileWorking(context: Context): ActivityInterceptors {
  if (!context.info.heartbeatTimeoutMs) return {};
  return {
    inbound: {
      async execute(input, next) {
        const timer = setInterval(() => context.heartbeat(), everyMs);
        try {
          return await next(input);
        } finally {
          clearInterval(timer);
        }
      },
    },
  };
}
