import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { WorkflowUpdateStage } from '@temporalio/client';
import { atOnce } from '../check/at-once';
import { noOp, noOpUpdate } from './no-op-workflow';
import type { CaseProfile } from './profile';
import type { FloorWorkerPlace } from './worker';

const taskQueue = 'bench-floor';

/** Cases that do nothing, on the engine of a running system, with a worker process of their own. */
export class Floor {
  private constructor(
    private readonly client: Client,
    private readonly worker: ChildProcess,
  ) {}

  static async open(client: Client, place: Omit<FloorWorkerPlace, 'taskQueue'>): Promise<Floor> {
    const worker = fork(require.resolve('./worker'), [JSON.stringify({ ...place, taskQueue })], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('exit', (code) => reject(new Error(`The worker of the floor ended with ${code}`)));
    });
    return new Floor(client, worker);
  }

  /** Runs a case of each profile to its end: the first ones one after another, visits so many at once. */
  async run(alone: CaseProfile[], visits: CaseProfile[], visitsAtOnce: number): Promise<void> {
    for (const profile of alone) await this.runCase(profile);
    await atOnce(visitsAtOnce, visits, (profile) => this.runCase(profile));
  }

  /** Milliseconds of each of so many bare updates with one activity, one after another on one case. */
  async timeUpdates(count: number): Promise<number[]> {
    const handle = await this.client.workflow.start(noOp, {
      workflowId: `bench-floor/${randomUUID()}`,
      taskQueue,
      args: [count],
    });
    const times: number[] = [];
    for (let done = 0; done < count; done++) {
      const began = performance.now();
      const update = await handle.startUpdate(noOpUpdate, {
        args: [{ locals: 0, awaited: 1, after: 0 }],
        updateId: randomUUID(),
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      });
      await update.result();
      times.push(performance.now() - began);
    }
    await handle.result();
    return times;
  }

  async close(): Promise<void> {
    if (this.worker.exitCode !== null) return;
    const ended = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.disconnect();
    await ended;
  }

  private async runCase(profile: CaseProfile): Promise<void> {
    const handle = await this.client.workflow.start(noOp, {
      workflowId: `bench-floor/${randomUUID()}`,
      taskQueue,
      args: [profile.length],
    });
    for (const step of profile) {
      const update = await handle.startUpdate(noOpUpdate, {
        args: [step],
        updateId: randomUUID(),
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      });
      await update.result();
    }
    await handle.result();
  }
}
