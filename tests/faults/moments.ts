import { setTimeout as pause } from 'node:timers/promises';
import { randomSource } from '../../db/seeds/random-source';

const longestDelayMs = 300;

/**
 * Faults at random moments of a run of acts: one in each part of the run, some milliseconds after an act was sent.
 * The seed is printed; FAULTS_SEED plays the same moments again.
 */
export class Moments {
  faults = 0;
  private readonly chosen: Map<number, number>;
  private acts = 0;
  private under: Promise<void> = Promise.resolve();

  /**
   * @param acts about how many acts the run has
   * @param fault what happens at each moment, until everything is up again
   */
  constructor(
    name: string,
    { acts, faults }: { acts: number; faults: number },
    private readonly fault: () => Promise<void>,
  ) {
    const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
    const random = randomSource(seed);
    const part = Math.floor(acts / faults);
    this.chosen = new Map(
      Array.from({ length: faults }, (_, index) => [
        index * part + 1 + random.below(part),
        random.below(longestDelayMs),
      ]),
    );
    process.stderr.write(
      `${name}: FAULTS_SEED=${seed}, after acts ${[...this.chosen].map(([act, delay]) => `${act} (+${delay} ms)`).join(', ')}\n`,
    );
  }

  /** Called as each act is sent. */
  readonly act = (): void => {
    this.acts += 1;
    const delay = this.chosen.get(this.acts);
    if (delay === undefined) return;
    this.under = this.under.then(async () => {
      await pause(delay);
      await this.fault();
      this.faults += 1;
    });
  };

  /** Waits for the last fault; every one that was planned must have happened. */
  async over(): Promise<void> {
    await this.under;
    expect(this.faults).toBe(this.chosen.size);
  }
}
