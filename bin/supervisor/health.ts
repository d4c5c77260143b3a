import { setTimeout as pause } from 'node:timers/promises';

/** Waits until GET `url` answers 2xx, asking every tenth of a second; ends quietly when `signal` is aborted. */
export async function awaitHealth(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(100);
  }
}
