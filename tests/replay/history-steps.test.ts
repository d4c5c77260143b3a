import { createCaseActivities } from '../../activities/cases';
import { createDocumentActivities } from '../../activities/documents';
import { historySteps } from '../../engine/history-steps';
import { readStoredHistories } from './stored-histories';

const stored = readStoredHistories();
const stepsOf = (history: unknown) => historySteps(JSON.stringify(history));
const activities = [
  ...Object.keys(createCaseActivities({} as never)),
  ...Object.keys(createDocumentActivities({} as never)),
];

interface Event {
  eventId: string;
  eventTime: string;
  eventType: string;
  [attributes: string]: unknown;
}

/** The stored round of consultation with other events behind it, as a day on which much goes wrong leaves them. */
function roundThen(...more: Omit<Event, 'eventId' | 'eventTime'>[]): ReturnType<typeof historySteps> {
  const { history } = stored.find(({ name }) => name === 'officialCase-consultation') ?? {};
  const { events } = history as { events: Event[] };
  const later = more.map(
    (event, index) => ({ ...event, eventId: String(9000 + index), eventTime: '2026-11-24T06:00:00.5Z' }) as Event,
  );
  return historySteps(JSON.stringify({ events: [...events, ...later] })).filter(({ event }) => event >= 9000);
}

test.each(stored.map(({ name, history }) => [name, history] as const))(
  '%s: begins with its start, ends with its end, and names every piece of work',
  (name, history) => {
    const steps = stepsOf(history);
    expect(steps[0]).toMatchObject({ event: 1, kind: 'runStarted', at: expect.any(Date) as Date });
    expect(steps.at(-1)?.kind).toBe('runEnded');
    const moments = steps.map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
    for (const step of steps.filter(({ kind }) => kind === 'worked')) {
      expect(step.attempts).toBe(1);
      if (name !== 'exchange') expect(activities).toContain(step.name);
    }
  },
);

test('an act that was recorded at once is no step beside itself, one that was recorded at the third try is', () => {
  expect(
    stepsOf(stored.find(({ name }) => name === 'officialCase-consultation')?.history).map(({ name }) => name),
  ).not.toContain('judgeAct');
  const steps = roundThen(
    {
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
      activityTaskScheduledEventAttributes: { activityType: { name: 'judgeAct' } },
    },
    {
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_STARTED',
      activityTaskStartedEventAttributes: {
        scheduledEventId: '9000',
        attempt: 3,
        lastFailure: { message: 'activity error', cause: { message: 'the database is away' } },
      },
    },
    {
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_COMPLETED',
      activityTaskCompletedEventAttributes: { scheduledEventId: '9000', startedEventId: '9001' },
    },
  );
  expect(steps).toEqual([
    {
      event: 9002,
      at: new Date('2026-11-24T06:00:00.5Z'),
      kind: 'worked',
      name: 'judgeAct',
      attempts: 3,
      failure: 'the database is away',
    },
  ]);
});

test('an act that was let in and then refused is told with its name and the code of the rule; one that was done is not', () => {
  const steps = roundThen(
    {
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
      workflowExecutionUpdateAcceptedEventAttributes: {
        acceptedRequest: { input: { name: 'consultation.sendAnswer' } },
      },
    },
    {
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED',
      workflowExecutionUpdateCompletedEventAttributes: {
        acceptedEventId: '9000',
        outcome: { failure: { message: 'NO_DRAFT' } },
      },
    },
    {
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED',
      workflowExecutionUpdateCompletedEventAttributes: { acceptedEventId: '9000', outcome: { success: {} } },
    },
  );
  expect(steps).toEqual([
    expect.objectContaining({ kind: 'actRefused', name: 'consultation.sendAnswer', failure: 'NO_DRAFT' }),
  ]);
});

test('a wait says until when at the longest, and what never got done says why', () => {
  expect(
    roundThen({
      eventType: 'EVENT_TYPE_TIMER_STARTED',
      timerStartedEventAttributes: { timerId: '7', startToFireTimeout: '90s' },
    }),
  ).toEqual([expect.objectContaining({ kind: 'waited', until: new Date('2026-11-24T06:01:30.5Z') })]);
  expect(
    roundThen({
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_FAILED',
      workflowExecutionFailedEventAttributes: { failure: { message: 'No act named x' } },
    }),
  ).toEqual([expect.objectContaining({ kind: 'runFailed', failure: 'No act named x' })]);
});
