import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { caseKinds } from '../../domain/processes';
import * as workflows from '../../workflows';
import { workflowBundle as bundled } from '../setup/workflow-bundle';
import { readOpenRuns, readStoredHistories } from './stored-histories';

const stored = readStoredHistories();
const openRuns = readOpenRuns();
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

test('the open runs of a county are kept: some sixty, of every kind', () => {
  expect(openRuns.length).toBeGreaterThanOrEqual(60);
  const kinds = new Set(openRuns.map(({ workflowId }) => workflowId.slice(0, workflowId.indexOf('/'))));
  expect([...kinds].sort()).toEqual([...caseKinds].sort());
});

test.each(openRuns.map((history) => [history.name, history] as const))(
  '%s: an open run goes on under today’s code',
  async (_name, { history, workflowId }) => {
    await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
  },
);

test('no rule is in the workflow code: whatever a rule says, a replay takes the same steps', async () => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    logger: new DefaultLogger('ERROR'),
  });
  const map = code.slice(code.lastIndexOf('sourceMappingURL=')).replace(/^[^,]*,/, '');
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
  expect(sources.some((source) => source.includes('/workflows/official-case'))).toBe(true);
  expect(
    sources.filter((source) => /\/(domain|services|api|db)\//.test(source) && !source.includes('node_modules')),
  ).toEqual([]);
});

test('a history that the code does not fit is found out', async () => {
  const consultation = stored.find(({ name }) => name === 'officialCase-consultation');
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
