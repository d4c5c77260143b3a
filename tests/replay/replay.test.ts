import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import * as workflows from '../../workflows';
import { workflowBundle as bundled } from '../setup/workflow-bundle';
import { readStoredHistories } from './stored-histories';

const stored = readStoredHistories();
let workflowBundle: Awaited<ReturnType<typeof bundled>>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundled();
});

test('every workflow has a stored history', () => {
  const kept = new Set(stored.map(({ workflow }) => workflow));
  expect(Object.keys(workflows).filter((name) => !kept.has(name))).toEqual([]);
});

test.each(stored.map((history) => [history.name, history] as const))(
  '%s: today’s code takes the same steps as the run that was recorded',
  async (_name, { history, workflowId }) => {
    await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
  },
);

test('a history that the code does not fit is found out', async () => {
  const consultation = stored.find(({ name }) => name === 'consultation');
  const changed = JSON.parse(JSON.stringify(consultation?.history)) as {
    events: { activityTaskScheduledEventAttributes?: { activityType: { name: string } } }[];
  };
  for (const event of changed.events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) scheduled.activityType.name = 'somethingElse';
  }
  await expect(Worker.runReplayHistory({ workflowBundle }, changed, consultation?.workflowId)).rejects.toMatchObject({
    name: 'DeterminismViolationError',
  });
});
