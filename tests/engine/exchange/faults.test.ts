import { Context } from '@temporalio/activity';
import type { ExchangeActivities } from '../../../activities/exchange';
import { Worker } from '@temporalio/worker';
import { resultMessage } from '../../database/exchange/messages';
import { workflowBundle } from '../../setup/workflow-bundle';
import { ExchangeWorld } from './exchange-world';

/** Every activity, each time it is scheduled, is done and then reported as failed once: the caller saw a time-out. */
function doneButUnheard(activities: ExchangeActivities): ExchangeActivities {
  const heard = new Set<string>();
  const wrap =
    <A extends unknown[], R>(name: string, work: (...input: A) => Promise<R>) =>
    async (...input: A): Promise<R> => {
      const result = await work(...input);
      const call = `${name} ${Context.current().info.activityId}`;
      if (heard.has(call)) return result;
      heard.add(call);
      throw new Error(`${name} was done, but the answer was lost`);
    };
  return {
    takeDueMessages: wrap('takeDueMessages', activities.takeDueMessages),
    deliverMessage: wrap('deliverMessage', activities.deliverMessage),
    tellOutcomes: wrap('tellOutcomes', activities.tellOutcomes),
    countOutstanding: wrap('countOutstanding', activities.countOutstanding),
  };
}

test('every activity done but unheard: each record once, one attempt each, without any cached workflow', async () => {
  const world = await ExchangeWorld.open({ wrap: doneButUnheard, maxCachedWorkflows: 0 });
  try {
    const keys = Array.from({ length: 6 }, (_, index) => `f${index}`);
    const ids = await world.enqueue(...keys.map((key) => resultMessage(key)));
    await world.drain('public-credit');
    const held = await world.standIn.records('public-credit');
    expect(held.map((record) => [record.key, record.sends]).sort()).toEqual(keys.map((key) => [key, 1]));
    for (const id of ids) expect(await world.message(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(new Set(world.told.map(({ key }) => key)).size).toBe(6);

    const history = await world.client.workflow.getHandle(world.workflowId('public-credit')).fetchHistory();
    await Worker.runReplayHistory(
      { workflowBundle: await workflowBundle() },
      history,
      world.workflowId('public-credit'),
    );
  } finally {
    await world.close();
  }
});
