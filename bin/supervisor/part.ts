import { setTimeout as pause } from 'node:timers/promises';
import { comeUp, type Coming } from './come-up';
import type { Running } from './launch';
import type { Say } from './program';
import type { RunRecord } from './run-record';

interface PartOptions extends Pick<
  Coming,
  'name' | 'program' | 'healthy' | 'logFile' | 'startLimitMs' | 'stopLimitMs'
> {
  record: RunRecord;
  say: Say;
}

const [firstWaitMs, longestWaitMs, steadyMs] = [500, 30_000, 60_000];

/** One process under the supervisor: started, waited for, started again with growing waits when it dies, stopped. */
export class Part {
  private running: Running | undefined;
  private readonly stopping = new AbortController();
  /** Aborted where the process is to be started anew now, without a wait. */
  private renewal = new AbortController();
  private keeper: Promise<void> = Promise.resolve();

  constructor(private readonly options: PartOptions) {}

  /**
   * Starts it and waits until it serves; from then on it is kept alive.
   * @throws PartFailedError when it ends or stays silent in the time limit
   */
  async start(): Promise<void> {
    await this.bringUp();
    this.keeper = this.keepAlive();
  }

  /** Asks it to end and kills it after the time limit. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.stop(this.options.stopLimitMs);
    await this.keeper;
    this.options.record.forget(this.options.name);
  }

  /** Ends the process in order and starts it anew, because its program changed; a wait after a failure is cut short. */
  async renew(): Promise<void> {
    this.renewal.abort();
    await this.running?.stop(this.options.stopLimitMs);
  }

  private async bringUp(tries?: number): Promise<void> {
    const { name, record } = this.options;
    await comeUp({
      ...this.options,
      tries,
      stopping: this.stopping.signal,
      started: (running, program) => {
        this.running = running;
        record.remember(name, running.pid, program.stopSignal ?? 'SIGTERM');
      },
    });
  }

  private async keepAlive(): Promise<void> {
    const { name, say } = this.options;
    let waitMs = firstWaitMs;
    for (let since = Date.now(); ; since = Date.now()) {
      const how = await this.running?.ended;
      if (this.stopping.signal.aborted) return;
      if (Date.now() - since > steadyMs) waitMs = firstWaitMs;
      if (!this.renewal.signal.aborted) say(`${name}: ${how}; starting it again in ${waitMs / 1000} s`);
      for (let up = false; !up; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
        const signal = AbortSignal.any([this.stopping.signal, this.renewal.signal]);
        await pause(waitMs, undefined, { signal }).catch(() => undefined);
        if (this.stopping.signal.aborted) return;
        if (this.renewal.signal.aborted) waitMs = firstWaitMs;
        this.renewal = new AbortController();
        up = await this.bringUp(1).then(
          () => true,
          (error: Error) => this.sayAgain(error, waitMs),
        );
      }
      if (!this.stopping.signal.aborted) say(`${name}: running again`);
    }
  }

  private sayAgain(error: Error, waitMs: number): false {
    if (!this.stopping.signal.aborted && !this.renewal.signal.aborted)
      this.options.say(`${error.message}; trying again in ${Math.min(waitMs * 2, longestWaitMs) / 1000} s`);
    return false;
  }
}
