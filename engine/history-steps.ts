/** One thing that a case's workflow did or met, beside the acts that people see anyway. */
export interface HistoryStep {
  /** Place in the history of its run, for the order of steps of one moment. */
  event: number;
  at: Date;
  kind:
    | 'runStarted'
    | 'runEnded'
    | 'runFailed'
    | 'worked'
    | 'workFailed'
    | 'waited'
    | 'termReached'
    | 'actRefused'
    | 'stepFailed'
    | 'told';
  /** Name of the activity, act or signal, where the step has one. */
  name?: string;
  /** How often the work was tried; 1 = it was done at once. */
  attempts?: number;
  /** Until when a wait lasts at the longest. */
  until?: Date;
  /** Code of a refusal, or what a failure said. */
  failure?: string;
}

interface HistoryEvent {
  eventId: string;
  eventTime: string;
  eventType: string;
  [attributes: string]: unknown;
}

interface Failure {
  message?: string;
  cause?: Failure;
}

type Attributes = Record<string, unknown>;
type Reading = (
  event: HistoryEvent,
  attributes: Attributes,
  history: Map<string, HistoryEvent>,
) => Omit<HistoryStep, 'event' | 'at'> | undefined;

/** Recording an act and asking for it are the act itself: they are told only where they did not go well at once. */
const partsOfAnAct: readonly string[] = ['judgeAct', 'standing'];

/**
 * What a run's history tells beside the acts: work done and how often it was tried, waits and terms, attempts that a rule
 * refused, failures. The engine's own bookkeeping is left out.
 * @param json a run's history as `historyToJSON` writes it
 */
export function historySteps(json: string): HistoryStep[] {
  const { events } = JSON.parse(json) as { events: HistoryEvent[] };
  const byId = new Map(events.map((event) => [event.eventId, event]));
  return events.flatMap((event) => {
    const step = readings[event.eventType]?.(event, attributesOf(event), byId);
    return step ? [{ event: Number(event.eventId), at: new Date(event.eventTime), ...step }] : [];
  });
}

const readings: Record<string, Reading> = {
  EVENT_TYPE_WORKFLOW_EXECUTION_STARTED: () => ({ kind: 'runStarted' }),
  EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: () => ({ kind: 'runEnded' }),
  EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW: () => ({ kind: 'runEnded' }),
  EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: (_event, { failure }) => ({ kind: 'runFailed', failure: lastCause(failure) }),
  EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: (_event, { reason }) => ({ kind: 'runFailed', failure: reason as string }),
  EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: () => ({ kind: 'runFailed' }),
  EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT: () => ({ kind: 'runFailed' }),
  EVENT_TYPE_WORKFLOW_TASK_FAILED: (_event, { failure }) => ({ kind: 'stepFailed', failure: lastCause(failure) }),
  EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED: (_event, { signalName }) => ({ kind: 'told', name: signalName as string }),
  EVENT_TYPE_ACTIVITY_TASK_COMPLETED: (_event, attributes, history) => {
    const name = activityOf(attributes, history);
    const { attempts, failure } = startOf(attributes, history);
    if (attempts === 1 && partsOfAnAct.includes(name)) return undefined;
    return { kind: 'worked', name, attempts, failure };
  },
  EVENT_TYPE_ACTIVITY_TASK_FAILED: notDone,
  EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT: notDone,
  EVENT_TYPE_ACTIVITY_TASK_CANCELED: notDone,
  EVENT_TYPE_TIMER_STARTED: (event, { startToFireTimeout }) => {
    const seconds = Number.parseFloat(String(startToFireTimeout));
    return Number.isFinite(seconds)
      ? { kind: 'waited', until: new Date(Date.parse(event.eventTime) + seconds * 1000) }
      : { kind: 'waited' };
  },
  EVENT_TYPE_TIMER_FIRED: () => ({ kind: 'termReached' }),
  EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED: (_event, attributes, history) => {
    const { failure } = (attributes['outcome'] ?? {}) as { failure?: Failure };
    if (!failure) return undefined;
    const accepted = history.get(String(attributes['acceptedEventId']));
    const request =
      accepted && (attributesOf(accepted)['acceptedRequest'] as { input?: { name?: string } } | undefined);
    return { kind: 'actRefused', name: request?.input?.name, failure: lastCause(failure) };
  },
};

function notDone(
  _event: HistoryEvent,
  attributes: Attributes,
  history: Map<string, HistoryEvent>,
): ReturnType<Reading> {
  return {
    kind: 'workFailed',
    name: activityOf(attributes, history),
    attempts: startOf(attributes, history).attempts,
    failure: lastCause(attributes['failure']),
  };
}

/** An event keeps what it says under a name of its own, made from its type. */
function attributesOf(event: HistoryEvent): Attributes {
  const key = Object.keys(event).find((name) => name.endsWith('EventAttributes'));
  return key ? (event[key] as Attributes) : {};
}

function activityOf({ scheduledEventId }: Attributes, history: Map<string, HistoryEvent>): string {
  const scheduled = history.get(String(scheduledEventId));
  const type = scheduled && (attributesOf(scheduled)['activityType'] as { name?: string } | undefined);
  return type?.name ?? '';
}

/** How often a piece of work had been begun, and what the try before the last one said. */
function startOf(
  { startedEventId }: Attributes,
  history: Map<string, HistoryEvent>,
): { attempts: number; failure?: string } {
  const started = history.get(String(startedEventId));
  const { attempt, lastFailure } = started ? attributesOf(started) : {};
  return { attempts: Number(attempt ?? 1), failure: lastCause(lastFailure) };
}

function lastCause(failure: unknown): string | undefined {
  let cause = failure as Failure | undefined;
  while (cause?.cause) cause = cause.cause;
  return cause?.message;
}
