const longestMs = 86_400_000;

/** Reads a Retry-After header (seconds or a date) as milliseconds from `now`, at most a day; undefined if unreadable. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), longestMs);
}
