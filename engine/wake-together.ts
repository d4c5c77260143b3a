type Wake = (platform: string) => Promise<void>;

/**
 * Wakes a platform's queue at once, and for those who ask while that is fresh once more when it is no longer: whoever asks
 * gets the promise of a signal that is sent after they asked, and hundreds of publications in a row do not cost one each.
 * @param apartMs how far apart two signals to one platform are at least, in milliseconds
 */
export function wakeTogether(wake: Wake, apartMs: number): Wake {
  const lastAt = new Map<string, number>();
  const coming = new Map<string, Promise<void>>();

  return async (platform) => {
    const joined = coming.get(platform);
    if (joined) return joined;
    const waitMs = (lastAt.get(platform) ?? -Infinity) + apartMs - performance.now();
    const signal = waitMs > 0 ? later(platform, waitMs) : send(platform);
    if (waitMs > 0) coming.set(platform, signal);
    return signal;
  };

  async function later(platform: string, waitMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    coming.delete(platform);
    await send(platform);
  }

  async function send(platform: string): Promise<void> {
    lastAt.set(platform, performance.now());
    await wake(platform);
  }
}
