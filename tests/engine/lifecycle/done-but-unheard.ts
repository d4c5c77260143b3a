import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';
import { createCaseActivities, type CaseWorld } from '../../../activities/cases';
import { createDocumentActivities, type DocumentWorld } from '../../../activities/documents';
import { createExchangeActivities, type ExchangeWorld } from '../../../activities/exchange';

/** Every activity of the house; a new one must be lost once, too. */
export function everyActivity(): string[] {
  const all = [
    createCaseActivities({} as CaseWorld),
    createDocumentActivities({} as DocumentWorld),
    createExchangeActivities({} as ExchangeWorld),
  ];
  return all.flatMap((activities) => Object.keys(activities)).sort();
}

/**
 * Lets every activity do its work and then loses the first answer: “it was done but the caller saw a time-out”.
 * @param lost names of the activities whose answer was lost
 */
export function doneButUnheard(lost: Set<string>) {
  return (context: Context): ActivityInterceptors => ({
    inbound: {
      async execute(input, next) {
        const answer: unknown = await next(input);
        if (context.info.attempt > 1) return answer;
        lost.add(context.info.activityType);
        throw new Error(`${context.info.activityType} was done, but the answer was lost`);
      },
    },
  });
}
