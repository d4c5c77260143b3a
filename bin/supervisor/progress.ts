import type { Say } from './program';

/** Runs a step; one that lasts longer than a second is announced, and said to be done with its time. */
export async function step<T>(name: string, say: Say, run: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const timer = setInterval(() => (seconds() === 1 || seconds() % 10 === 0) && say(`${name} … ${seconds()} s`), 1000);
  try {
    const result = await run();
    if (Date.now() - began > 1000) say(`${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
