/** Minutes until the next try after the first, second … that failed. */
const waits = [1, 5, 15, 60, 240];
const hour = 3_600_000;
/** A mail about a day's work is of no use later. */
export const mailLivesMs = 36 * hour;

/** When a mail that could not be sent is tried again. @param attempts how often it was tried */
export function nextTry(attempts: number, at: Date): Date {
  const minutes = waits[Math.min(attempts, waits.length) - 1] ?? waits[0] ?? 1;
  return new Date(at.getTime() + minutes * 60_000);
}
