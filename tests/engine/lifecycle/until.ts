const pauseMs = 50;

/**
 * Asks again and again until the answer holds, and gives it.
 * @throws Error with the last answer when it does not hold in time
 */
export async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean, limitMs = 60_000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`It did not come true in ${limitMs} ms; last seen: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
