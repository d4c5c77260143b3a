import { temporal } from '@temporalio/proto';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { readStoredHistories } from '../replay/stored-histories';
import { stepsIn } from '../../bin/bench/floor/profile';

const { EventType } = temporal.api.enums.v1;
type Event = temporal.api.history.v1.IHistoryEvent;

const accepted = (id: string): Event => ({
  eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  workflowExecutionUpdateAcceptedEventAttributes: { protocolInstanceId: id },
});
const completed = (id: string): Event => ({
  eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
  workflowExecutionUpdateCompletedEventAttributes: { meta: { updateId: id } },
});
const scheduled = (name: string): Event => ({
  eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  activityTaskScheduledEventAttributes: { activityType: { name } },
});
const marker = (markerName: string): Event => ({
  eventType: EventType.EVENT_TYPE_MARKER_RECORDED,
  markerRecordedEventAttributes: { markerName },
});
const local = marker('core_local_activity');

describe('the floor waits', () => {
  test('for what the answer of the act waited for, and for nothing that came after it', () => {
    const events = [
      accepted('a'),
      local,
      scheduled('judgeAct'),
      completed('a'),
      scheduled('carryOut'),
      accepted('b'),
      scheduled('judgeAct'),
      completed('b'),
    ];
    expect(stepsIn(events)).toEqual([
      { locals: 1, awaited: 1, after: 1 },
      { locals: 0, awaited: 1, after: 0 },
    ]);
  });

  test('not for an effect of the act before that ran while the next act was at work', () => {
    const events = [
      accepted('a'),
      scheduled('judgeAct'),
      completed('a'),
      accepted('b'),
      scheduled('carryOut'),
      scheduled('judgeAct'),
      completed('b'),
    ];
    expect(stepsIn(events)).toEqual([
      { locals: 0, awaited: 1, after: 1 },
      { locals: 0, awaited: 1, after: 0 },
    ]);
  });

  test('with the first of two acts that were let in together, and then with the second', () => {
    const events = [
      accepted('a'),
      accepted('b'),
      scheduled('judgeAct'),
      completed('a'),
      local,
      scheduled('judgeAct'),
      completed('b'),
    ];
    expect(stepsIn(events)).toEqual([
      { locals: 0, awaited: 1, after: 0 },
      { locals: 1, awaited: 1, after: 0 },
    ]);
  });

  test('for no step of the clock, and for no note that is no work', () => {
    const events = [
      scheduled('standing'),
      accepted('a'),
      marker('core_patch'),
      scheduled('judgeAct'),
      completed('a'),
      scheduled('judgeAct'),
    ];
    expect(stepsIn(events)).toEqual([{ locals: 0, awaited: 1, after: 2 }]);
  });
});

test('a history with work and no act has no floor', () =>
  expect(() => stepsIn([scheduled('standing')])).toThrow(/without updates/));

test.each(['officialCase-joint-check', 'officialCase-consultation', 'officialCase-draw', 'officialCase-visit'])(
  'the floor of a recorded %s has its updates and activities, no more and no fewer',
  (name) => {
    const stored = readStoredHistories().find((history) => history.name === name);
    const events = historyFromJSON(stored?.history).events ?? [];
    const count = (type: number) => events.filter(({ eventType }) => eventType === type).length;
    const steps = stepsIn(events);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(steps).toHaveLength(count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED));
    expect(sum(steps.map(({ awaited, after }) => awaited + after))).toBe(
      count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED),
    );
    expect(sum(steps.map(({ locals }) => locals))).toBeLessThanOrEqual(count(EventType.EVENT_TYPE_MARKER_RECORDED));
  },
);
