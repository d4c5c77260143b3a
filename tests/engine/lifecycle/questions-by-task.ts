import { proxyActivities, type WorkflowInterceptors } from '@temporalio/workflow';

/**
 * Part of the workflow bundle of a run that keeps no workflow in its cache: what is otherwise asked by a local activity is
 * asked by a task of the engine, because local activities and an empty cache do not go together (docs/adr/0004).
 */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity({ activityType, args, options }) {
        const { startToCloseTimeout, retry, summary } = options;
        return proxyActivities({ startToCloseTimeout, retry, summary })[activityType]?.(...args) ?? Promise.reject(new Error(`no activity ${activityType}`));
      },
    },
  ],
});
