import { cancellationSignal, Context } from '@temporalio/activity';
import type { ExchangeConnector } from '../connectors/exchange/connector';
import { ExchangeRefusedError, RetryableExchangeError, retryableCodes } from '../connectors/exchange/errors';
import { buildEnvelope } from '../domain/exchange/envelope';
import type { ExchangeMessage } from '../domain/exchange/message';
import type { ExchangePace } from '../domain/exchange/pace';
import { parkCodes, type OutboxState } from '../domain/exchange/outbox-state';
import type { PlatformDefinition } from '../domain/exchange/platform';
import { findHindrance } from '../domain/exchange/preflight';
import { presentFields } from '../domain/exchange/record-check';
import type { OutboxMessageRow } from '../services/exchange/message-row';
import type { Outstanding } from '../services/exchange/outstanding';
import type { Receipt } from '../domain/exchange/message';
import type { AttemptOutcome, AttemptReport, Recorded } from '../services/exchange/record-outcome';
import type { DueRequest, TakenMessage } from '../services/exchange/take-due';
import { callerOf, refuseStray, type StrayCounter } from './caller';

/** What the exchange's activities need of the world; given by the worker. */
export interface ExchangeWorld extends StrayCounter {
  /** The queue that the workflow of that id is; a platform has one. */
  queueOf(workflowId: string): PlatformQueue | undefined;
  takeDue(request: DueRequest): Promise<TakenMessage[]>;
  findMessage(id: string): Promise<OutboxMessageRow | undefined>;
  /** Messages of the same line, up to this one, that the platform may hold although no answer came. */
  findPerhapsTaken(row: OutboxMessageRow): Promise<{ id: string; key: string }[]>;
  recordStatus(id: string, receipt: Receipt | undefined): Promise<void>;
  /** The message as it is to be sent by now; one that is needless has that state. */
  prepareSending(id: string): Promise<OutboxMessageRow | undefined>;
  recordOutcome(report: AttemptReport): Promise<Recorded>;
  countOutstanding(platform: string): Promise<Outstanding>;
  findUntold(platform: string, limit: number): Promise<OutboxMessageRow[]>;
  markTold(message: { id: string; version: number }): Promise<void>;
  /** Tells the owning case what became of its message (sent, parked, givenUp); may be called more than once. */
  onOutcome(message: OutboxMessageRow): Promise<void>;
  platform(key: string): PlatformDefinition | undefined;
  connector(platform: string): ExchangeConnector | undefined;
  now(): Date;
  /** Between 0 and 1. */
  random(): number;
}

/** The one queue of a platform. */
export interface PlatformQueue {
  platform: string;
  pace: ExchangePace;
}

/** How a delivery ended, as far as the queue's pace is concerned. */
export interface Delivery {
  state: OutboxState;
  /** The platform, and not this record, is in the way. */
  platformFailed: boolean;
  /** What the platform asked for, in milliseconds. */
  retryAfterMs?: number;
  /** Our own pause, growing while the platform goes on failing. */
  pauseMs?: number;
}

interface DeliveryOrder {
  id: string;
  attempt: number;
}

export type ExchangeActivities = ReturnType<typeof createExchangeActivities>;

const tellingPage = 100;

/**
 * What a platform's queue may do to the world. Every one may run more than once with the same outcome. For which platform,
 * and how fast, is not in any input: the one follows from the workflow, the other from the platform.
 */
export function createExchangeActivities(world: ExchangeWorld) {
  return {
    /** Takes the messages whose time has come; the same claim gives the same messages. */
    async takeDueMessages(): Promise<{ taken: TakenMessage[]; pace: ExchangePace }> {
      const { platform, pace, claim } = await queueOf(world);
      return { taken: await world.takeDue({ platform, ratePerSecond: pace.ratePerSecond, claim }), pace };
    },

    /** Sends one message and records how that ended. What the platform says never fails the activity. */
    async deliverMessage(order: DeliveryOrder): Promise<Delivery> {
      return deliver(world, await queueOf(world), order);
    },

    /** Tells the owning cases of receipts, refusals and giving up; one that cannot be told does not stop the others. */
    async tellOutcomes(): Promise<{ told: number; failed: number }> {
      return tell(world, (await queueOf(world)).platform);
    },

    async countOutstanding(): Promise<Outstanding> {
      return world.countOutstanding((await queueOf(world)).platform);
    },
  };
}

/** The queue that an activity works for; the same activity takes under the same claim when it is tried again. */
async function queueOf(world: ExchangeWorld): Promise<PlatformQueue & { claim: string }> {
  const { id, run } = await callerOf(world, 'exchange');
  const queue = world.queueOf(id) ?? (await refuseStray(world, id, 'SOURCE_UNKNOWN'));
  return { ...queue, claim: `${run}/${Context.current().info.activityId}` };
}

async function deliver(world: ExchangeWorld, queue: PlatformQueue, { id, attempt }: DeliveryOrder): Promise<Delivery> {
  const row = await world.findMessage(id);
  if (row?.platform !== queue.platform)
    throw new Error(`Message ${id} was taken from the outbox and is not in it any more.`);
  if (row.state !== 'sending' || row.attempts !== attempt) return { state: row.state, platformFailed: false };

  const platform = world.platform(row.platform);
  const at = world.now();
  const outcome = await attemptToSend(world, platform, row);
  // What was asked or settled on the way needs no attempt of its own.
  if (!outcome) return { state: (await world.findMessage(id))?.state ?? row.state, platformFailed: false };
  const { state, pauseMs } = await world.recordOutcome({
    messageId: id,
    attempt,
    at,
    durationMs: world.now().getTime() - at.getTime(),
    outcome,
    limits: platform?.limits ?? { firstBackoffMs: 0, maxBackoffMs: 0, maxAttempts: 1 },
    pauses: queue.pace,
    jitter: world.random(),
  });
  if (outcome.kind !== 'failed') return { state, platformFailed: false };
  return { state, platformFailed: true, retryAfterMs: outcome.retryAfterMs, pauseMs };
}

/** Sends a message, unless the platform turns out to hold it or nothing is to be sent any more: then there is no outcome. */
async function attemptToSend(
  world: ExchangeWorld,
  platform: PlatformDefinition | undefined,
  row: OutboxMessageRow,
): Promise<AttemptOutcome | undefined> {
  const connector = world.connector(row.platform);
  if (platform && connector) {
    const known = await askWhatIsHeld(world, platform, connector, row);
    if (known) return known;
  }
  const message = await world.prepareSending(row.id);
  if (message?.state !== 'sending' || message.attempts !== row.attempts) return undefined;
  const hindrance = findHindrance(platform, message.payload);
  if (hindrance) return { kind: 'refused', code: hindrance.code, detail: hindrance.fields.join(', '), ours: true };
  if (!connector) return { kind: 'refused', code: parkCodes.unknownPlatform, detail: row.platform, ours: true };
  try {
    return { kind: 'sent', ...(await connector.send(toMessage(message), message.key, cancellationSignal())) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/**
 * Asks the platform for every record of this line whose reply was lost, before anything of the line is sent: nothing that
 * was taken is sent again, and what the platform holds decides what the next message says.
 * @returns how the attempt ended, where it ended with the question
 */
async function askWhatIsHeld(
  world: ExchangeWorld,
  platform: PlatformDefinition,
  connector: ExchangeConnector,
  row: OutboxMessageRow,
): Promise<AttemptOutcome | undefined> {
  if (!platform.canTell) return undefined;
  const open = await world.findPerhapsTaken(row);
  // The engine has this activity done again: what became of its first run, nobody knows.
  const mine = Context.current().info.attempt > 1 && !open.some(({ id }) => id === row.id);
  for (const { id, key } of mine ? [...open, row] : open) {
    try {
      const status = await connector.status(key, cancellationSignal());
      if (status.held === true && id === row.id) return { kind: 'sent', receipt: status.receipt };
      if (status.held !== 'unknown') await world.recordStatus(id, status.held ? status.receipt : undefined);
    } catch (error) {
      // a platform that does not answer this question cannot tell; the key keeps a second send from counting
      if (!(error instanceof ExchangeRefusedError)) return outcomeOf(error);
    }
  }
  return undefined;
}

function outcomeOf(error: unknown): AttemptOutcome {
  if (error instanceof ExchangeRefusedError)
    return { kind: 'refused', code: error.code, detail: error.reason, answer: error.answer };
  if (!(error instanceof RetryableExchangeError)) throw error;
  const { code, message, retryAfterMs, perhapsTaken, answer } = error;
  return {
    kind: 'failed',
    code,
    detail: message,
    retryAfterMs,
    perhapsTaken,
    answer,
    ofRecord: code === retryableCodes.unclear,
  };
}

function toMessage(row: OutboxMessageRow): ExchangeMessage {
  const { kind, operation, source, record } = row.payload;
  const envelope = buildEnvelope({
    id: row.recordId,
    at: new Date(row.createdAt),
    source,
    sequence: row.number,
    operation,
  });
  return { kind, envelope, record: presentFields(record) };
}

async function tell(world: ExchangeWorld, platform: string): Promise<{ told: number; failed: number }> {
  const untold = await world.findUntold(platform, tellingPage);
  let failed = 0;
  for (const message of untold) {
    try {
      await world.onOutcome(message);
      await world.markTold(message);
    } catch {
      // it stays untold and is looked at again
      failed += 1;
    }
  }
  return { told: untold.length - failed, failed };
}
