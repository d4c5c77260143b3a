import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

/** Lets every activity do its work and then loses the first answer: “it was done but the caller saw a time-out”. */
export function doneButUnheard(context: Context): ActivityInterceptors {
  return {
    inbound: {
      async execute(input, next) {
        const answer: unknown = await next(input);
        if (context.info.attempt === 1) throw new Error(`${context.info.activityType} was done, but the answer was lost`);
        return answer;
      },
    },
  };
}
