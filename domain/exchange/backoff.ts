interface BackoffLimits {
  firstBackoffMs: number;
  maxBackoffMs: number;
}

/**
 * Milliseconds to wait before the next attempt: doubled at each failure up to the limit, spread by `jitter` (0 to 1)
 * over its upper half, and never shorter than the platform itself asked for.
 */
export function backoffMs(failures: number, limits: BackoffLimits, jitter: number, askedMs = 0): number {
  const exponent = Math.min(Math.max(failures - 1, 0), 30);
  const full = Math.min(limits.firstBackoffMs * 2 ** exponent, limits.maxBackoffMs);
  return Math.max(Math.round(full / 2 + (full / 2) * jitter), askedMs);
}
