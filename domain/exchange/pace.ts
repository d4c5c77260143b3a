import type { PlatformDefinition } from './platform';

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

const longestPauseMs = 60_000;
// beyond the connector's own time-out: recording the outcome takes a moment too
const recordingMs = 15_000;

/**
 * The pace of a platform.
 * @param perMinute slows it below the platform's own rate
 */
export function paceOf({ ratePerSecond, limits }: PlatformDefinition, perMinute = Infinity): ExchangePace {
  return {
    ratePerSecond: Math.min(ratePerSecond, perMinute / 60),
    inFlight: limits.inFlight,
    firstPauseMs: Math.min(limits.firstBackoffMs, longestPauseMs),
    maxPauseMs: Math.min(limits.maxBackoffMs, longestPauseMs),
    deliveryMs: limits.timeoutMs + recordingMs,
  };
}
