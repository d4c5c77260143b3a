import type { PlatformDefinition } from '../domain/exchange/platform';

/** How fast a platform's queue is drained. */
export interface ExchangePace {
  ratePerSecond: number;
  inFlight: number;
  /** First wait after the platform failed, doubled while it goes on failing. */
  firstPauseMs: number;
  maxPauseMs: number;
  /** Longest time one delivery may take, in milliseconds. */
  deliveryMs: number;
}

export interface ExchangeTotals {
  sent: number;
  parked: number;
  retried: number;
}

/** What the queue of one platform starts with. */
export interface ExchangeStart {
  platform: string;
  pace: ExchangePace;
  /** Task queue of the exchange's activities. */
  taskQueue: string;
  /** Carried from run to run. */
  totals?: ExchangeTotals;
  /** Failures of the platform in a row, carried from run to run. */
  failures?: number;
}

/** The signal that says: there is something to send or to tell. */
export const wakeSignalName = 'wake';

/** Workflow id of a platform's queue. */
export function exchangeWorkflowId(platform: string): string {
  return `exchange/${platform}`;
}

const longestPauseMs = 60_000;
// beyond the connector's own time-out: recording the outcome takes a moment too
const recordingMs = 15_000;

/** The start of a platform's queue; `perMinute` slows it below the platform's own rate. */
export function exchangeStartOf(platform: PlatformDefinition, taskQueue: string, perMinute = Infinity): ExchangeStart {
  const { limits } = platform;
  return {
    platform: platform.key,
    taskQueue,
    pace: {
      ratePerSecond: Math.min(platform.ratePerSecond, perMinute / 60),
      inFlight: limits.inFlight,
      firstPauseMs: Math.min(limits.firstBackoffMs, longestPauseMs),
      maxPauseMs: Math.min(limits.maxBackoffMs, longestPauseMs),
      deliveryMs: limits.timeoutMs + recordingMs,
    },
  };
}
