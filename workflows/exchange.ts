import {
  ActivityFailure,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  log,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Delivery, ExchangeActivities } from '../activities/exchange';
import type { ExchangePace } from '../domain/exchange/pace';
import { exchangeQueueOf } from './contracts';
import { wakeSignalName, type ExchangeStart, type ExchangeTotals } from './exchange-contracts';

type TakenMessage = Awaited<ReturnType<ExchangeActivities['takeDueMessages']>>['taken'][number];

const wake = defineSignal(wakeSignalName);
const mostEvents = 3_000;
const retellMs = 60_000;

/**
 * Drains the outbox of the platform that its id names: at most so many a second, a failing platform is probed with one
 * message at a time, a refused message parks and the others go on. How fast that is, the worker says with the messages.
 * Ends when nothing waits for its time and no wake came.
 */
export async function exchange(start: ExchangeStart = {}): Promise<ExchangeTotals> {
  const platform = workflowInfo().workflowId.replace(/^.*\//, '');
  const activities = exchangeActivities();
  const totals = { sent: 0, parked: 0, retried: 0, ...start.totals };
  let failures = start.failures ?? 0;
  let woken = true;
  setHandler(wake, () => {
    woken = true;
  });

  for (;;) {
    if (isLong()) return continueAsNew<typeof exchange>({ totals, failures });
    woken = false;
    const { taken, pace } = await activities.takeDueMessages();
    const began = Date.now();
    const deliveries = await deliverAll(activities, taken, pace);
    const telling = await activities.tellOutcomes();
    count(totals, deliveries);

    if (deliveries.length > 0) {
      failures = deliveries.every((delivery) => delivery.platformFailed) ? failures + 1 : 0;
      const waitMs = Math.max(
        (1000 * deliveries.length) / pace.ratePerSecond - (Date.now() - began),
        pauseMs(failures, deliveries),
      );
      setCurrentDetails(note(platform, totals, failures, waitMs));
      if (waitMs > 0) await sleep(waitMs, { summary: failures > 0 ? `${platform} fails: pause` : `${platform}: pace` });
      continue;
    }
    if (telling.told > 0 && telling.failed === 0) continue;

    const { nextInMs, parked } = await activities.countOutstanding();
    const waitMs = telling.failed > 0 ? Math.min(nextInMs ?? retellMs, retellMs) : nextInMs;
    setCurrentDetails(note(platform, totals, failures, waitMs, parked));
    if (woken) continue;
    if (waitMs === null) return totals;
    // one millisecond more than due, so that the next look finds it
    await condition(() => woken, waitMs + 1, { summary: `${platform}: next attempt` });
  }
}

function exchangeActivities() {
  const taskQueue = exchangeQueueOf(workflowInfo().taskQueue);
  const patient = { initialInterval: '200ms', maximumInterval: '30s', backoffCoefficient: 2 } as const;
  const queue = proxyActivities<ExchangeActivities>({ taskQueue, startToCloseTimeout: '30s', retry: patient });
  const telling = proxyActivities<ExchangeActivities>({
    taskQueue,
    startToCloseTimeout: '5m',
    heartbeatTimeout: '20s',
    retry: patient,
  });
  return {
    takeDueMessages: queue.takeDueMessages,
    countOutstanding: queue.countOutstanding,
    tellOutcomes: telling.tellOutcomes,
    deliverMessage(message: TakenMessage, { deliveryMs }: ExchangePace): Promise<Delivery> {
      const sending = proxyActivities<ExchangeActivities>({
        taskQueue,
        startToCloseTimeout: deliveryMs,
        // a message that cannot be recorded comes back when its lease ends and keeps nobody waiting meanwhile
        retry: { ...patient, maximumAttempts: 5 },
        summary: `${message.key}, attempt ${message.attempt}`,
      });
      return sending.deliverMessage({ id: message.id, attempt: message.attempt });
    },
  };
}

async function deliverAll(
  activities: ReturnType<typeof exchangeActivities>,
  taken: readonly TakenMessage[],
  pace: ExchangePace,
): Promise<Delivery[]> {
  const waiting = [...taken];
  const deliveries: Delivery[] = [];
  const lane = async (): Promise<void> => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      deliveries.push(await deliverOne(activities, message, pace));
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.inFlight, taken.length) }, lane));
  return deliveries;
}

async function deliverOne(
  activities: ReturnType<typeof exchangeActivities>,
  message: TakenMessage,
  pace: ExchangePace,
): Promise<Delivery> {
  try {
    return await activities.deliverMessage(message, pace);
  } catch (failure) {
    if (!(failure instanceof ActivityFailure) || isCancellation(failure)) throw failure;
    log.error('A delivery could not be recorded; the message comes back when its lease ends', { key: message.key });
    return { state: 'sending', platformFailed: true };
  }
}

/** What the platform asked for, or our own growing pause while it fails; nothing while it works. */
function pauseMs(failures: number, deliveries: readonly Delivery[]): number {
  const wanted = (delivery: Delivery) => (failures === 0 ? delivery.retryAfterMs : delivery.pauseMs) ?? 0;
  return Math.max(0, ...deliveries.map(wanted));
}

function count(totals: ExchangeTotals, deliveries: readonly Delivery[]): void {
  for (const { state } of deliveries) {
    if (state === 'sent') totals.sent += 1;
    else if (state === 'parked') totals.parked += 1;
    else totals.retried += 1;
  }
}

function isLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > mostEvents;
}

function note(
  platform: string,
  totals: ExchangeTotals,
  failures: number,
  waitMs: number | null,
  parked?: number,
): string {
  const lines = [
    `**${platform}**: sent ${totals.sent}, parked ${totals.parked}, to be tried again ${totals.retried}`,
    failures > 0 ? `the platform failed ${failures} times in a row; one message at a time` : 'the platform answers',
    waitMs === null ? 'nothing waits for its time' : `next look in ${Math.ceil(waitMs / 1000)} s`,
  ];
  if (parked !== undefined && parked > 0) lines.push(`${parked} wait for a person`);
  return lines.join('\n\n');
}
