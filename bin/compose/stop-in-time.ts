/** Share of the stopping time in which work under way may end by itself, and after which the process ends in any case. */
const [graceShare, endShare] = [0.5, 0.8];

/** How long activities under way may go on once the worker is told to stop, in milliseconds. */
export function graceMs(stopSeconds: number): number {
  return stopSeconds * 1000 * graceShare;
}

/**
 * Ends this process before whoever stops it loses patience and kills it: work that hangs (a database that gives no answer)
 * would otherwise hold it for ever. What was under way is in the engine and is done by the next worker.
 * @param stopSeconds as the setting STOP_SECONDS
 */
export function endInTime(stopSeconds: number, say: (line: string) => void): void {
  const end = () => {
    say('Work under way did not end in time; the next worker does it again.');
    process.exit(0);
  };
  setTimeout(end, stopSeconds * 1000 * endShare).unref();
}
