import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createExchangeActivities, type ExchangeActivities } from '../../../activities/exchange';
import { createHttpConnector } from '../../../connectors/exchange/http-connector';
import { exchangePlatforms, type PlatformDefinition } from '../../../domain/exchange/platform';
import { countOutstanding } from '../../../services/exchange/outstanding';
import { enqueue } from '../../../services/exchange/enqueue';
import { findMessage } from '../../../services/exchange/find-message';
import type { OutboxMessageRow } from '../../../services/exchange/message-row';
import { findPerhapsTaken, recordStatus } from '../../../services/exchange/perhaps-taken';
import { prepareSending } from '../../../services/exchange/prepare-sending';
import { recordOutcome } from '../../../services/exchange/record-outcome';
import { takeDue } from '../../../services/exchange/take-due';
import { findUntold, markTold } from '../../../services/exchange/untold';
import { exchangeWorkflowId, wakeSignalName, type ExchangeTotals } from '../../../workflows/exchange-contracts';
import { paceOf } from '../../../domain/exchange/pace';
import { openDatabase } from '../../database/exchange/open-database';
import { workflowBundle } from '../../setup/workflow-bundle';
import { testEngine } from '../../setup/test-engine';
import { secrets, StandInProcess } from './stand-in-process';

const timeoutMs = 400;
const quickRate = 50;

/** The real platforms with waits short enough for a test. */
const quickPlatforms: PlatformDefinition[] = exchangePlatforms.map((platform) => ({
  ...platform,
  ratePerSecond: quickRate,
  limits: { ...platform.limits, timeoutMs, firstBackoffMs: 40, maxBackoffMs: 200 },
}));

/** Database, engine, worker and stand-in for one test file. */
export class ExchangeWorld {
  private ratePerSecond = quickRate;
  /** What the cases were told, in order. */
  readonly told: { key: string; state: string }[] = [];

  private constructor(
    readonly dataSource: DataSource,
    readonly client: Client,
    readonly standIn: StandInProcess,
    private readonly queue: string,
    private readonly ending: (() => Promise<unknown>)[],
  ) {}

  static async open(
    more: { maxCachedWorkflows?: number; wrap?: (activities: ExchangeActivities) => ExchangeActivities } = {},
  ): Promise<ExchangeWorld> {
    const { address, namespace, taskQueue: queue } = await testEngine();
    const database = await openDatabase();
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const standIn = await StandInProcess.start();
    const world = new ExchangeWorld(database.dataSource, new Client({ connection, namespace }), standIn, queue, []);
    const activities = world.activities();
    const worker = await Worker.create({
      connection: native,
      namespace,
      taskQueue: queue,
      workflowBundle: await workflowBundle(),
      activities: more.wrap?.(activities) ?? activities,
      maxCachedWorkflows: more.maxCachedWorkflows,
    });
    const running = worker.run();
    world.ending.push(
      async () => {
        worker.shutdown();
        await running;
      },
      () => native.close(),
      () => connection.close(),
      () => standIn.close(),
      () => database.close(),
    );
    return world;
  }

  async close(): Promise<void> {
    for (const end of this.ending) await end();
  }

  async enqueue(...requests: Parameters<typeof enqueue>[1][]): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      const ids: string[] = [];
      for (const request of requests) ids.push((await enqueue(manager, request)).id);
      return ids;
    });
  }

  /** Wakes the queue of a platform, as the act's effect does. */
  async wake(platformKey: string, ratePerSecond = quickRate) {
    this.ratePerSecond = ratePerSecond;
    return this.client.workflow.signalWithStart<() => Promise<ExchangeTotals>>('exchange', {
      workflowId: this.workflowId(platformKey),
      taskQueue: this.queue,
      signal: wakeSignalName,
      signalArgs: [],
    });
  }

  /** Wakes the queue and waits until it has nothing left to do. */
  async drain(platformKey: string, ratePerSecond?: number): Promise<void> {
    await this.wake(platformKey, ratePerSecond);
    await this.client.workflow.getHandle(this.workflowId(platformKey)).result();
  }

  /** Apart for each world, since test files share one engine. */
  workflowId(platformKey: string): string {
    return `${this.queue}/${exchangeWorkflowId(platformKey)}`;
  }

  async message(id: string): Promise<OutboxMessageRow> {
    const message = await findMessage(this.dataSource, id);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  }

  private activities(): ExchangeActivities {
    const { dataSource, standIn, told } = this;
    const connectors = Object.fromEntries(
      Object.entries(secrets).map(([platform, secret]) => {
        const baseUrl = `${standIn.url}/platforms/${platform}`;
        return [platform, createHttpConnector({ baseUrl, keyId: 'county', secret, timeoutMs, now: Date.now })];
      }),
    );
    return createExchangeActivities({
      countStray: () => Promise.resolve(),
      queueOf: (id) => {
        const platform = quickPlatforms.find(({ key }) => id === this.workflowId(key));
        return platform && { platform: platform.key, pace: paceOf({ ...platform, ratePerSecond: this.ratePerSecond }) };
      },
      takeDue: (request) => takeDue(dataSource, request),
      findMessage: (id) => findMessage(dataSource, id),
      findPerhapsTaken: (row) => findPerhapsTaken(dataSource, row),
      recordStatus: (id, receipt) => recordStatus(dataSource, id, receipt),
      prepareSending: (id) => prepareSending(dataSource, id),
      recordOutcome: (report) => recordOutcome(dataSource, report),
      countOutstanding: (platform) => countOutstanding(dataSource, platform),
      findUntold: (platform, limit) => findUntold(dataSource, platform, limit),
      markTold: (message) => markTold(dataSource, message),
      onOutcome: async ({ key, state }) => void told.push({ key, state }),
      platform: (key) => quickPlatforms.find((platform) => platform.key === key),
      connector: (platform) => connectors[platform],
      now: () => new Date(),
      random: Math.random,
    });
  }
}
