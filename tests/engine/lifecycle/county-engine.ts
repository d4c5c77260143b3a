import { randomUUID } from 'node:crypto';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerInterceptors } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import type { CaseActivities } from '../../../activities/cases';
import { createDocumentActivities } from '../../../activities/documents';
import { caseActivities } from '../../../bin/compose/case-activities';
import { exchangeActivities } from '../../../bin/compose/exchange-activities';
import { gatewayWorld, tellingWorld } from '../../../bin/compose/gateway-world';
import type { Actor, Capacity } from '../../../domain/actor';
import type { CaseState } from '../../../domain/process';
import { beatWhileWorking } from '../../../engine/beat-while-working';
import { findOutcome } from '../../../engine/find-outcome';
import { wakeExchange } from '../../../engine/wake-exchange';
import { performAct, type ActOutcome, type ActToPerform, type GatewayWorld } from '../../../engine/perform-act';
import { issueDocument } from '../../../services/documents/issue-document';
import { findState } from '../../../services/queries/cases/find-state';
import type { ActReceipt } from '../../../domain/outcome';
import { findAct, type Rules } from '../../../domain/processes';
import { withVersion } from '../../../domain/replaces';
import { createActSigner, createActVerifier, makeActKeys } from '../../../connectors/act-keys';
import { judgeWorld } from '../../../bin/compose/judge-world';
import { openingPlace } from '../../../services/cases/source-of';
import { noteOpening } from '../../../services/openings/note-opening';
import { countStray } from '../../../services/cases/strays';
import { taskQueuesOf } from '../../../workflows/contracts';
import { openCounty, type OpenCounty } from '../../database/registers/open-county';
import { testEngine, type TestEngine } from '../../setup/test-engine';
import { workflowBundle } from '../../setup/workflow-bundle';
import { secrets, StandInProcess } from '../exchange/stand-in-process';

export interface CountyOptions {
  maxCachedWorkflows?: number;
  interceptors?: WorkerInterceptors;
  /** An engine of the test's own, where it must not disturb other files. */
  engine?: TestEngine;
  /** Changes single activities of cases; everything else is the real thing. */
  wrap?: (activities: CaseActivities) => CaseActivities;
  /** Whoever the engine puts off knocks again at once, so that a busy case is under as much pressure as can be. */
  hasty?: boolean;
  /** Events after which a case's run goes on as a new one. */
  eventsAtMost?: number;
  /** How long a case that is told something may take to answer, in milliseconds. */
  tellingMs?: number;
  /** When a legal day ends, where a test has no time to wait for it. */
  dayEndsAt?: (day: string) => number;
  /** How many firms and officers; a few hundred where nothing is said. */
  size?: { objects: number; inspectors: number };
}

/** The keys of this test county's web. */
const keys = makeActKeys();

/** An act by a person of the county, named by the user name. */
export interface PersonsAct {
  by: string;
  act: string;
  /** Absent where the act opens a case. */
  on?: string;
  input?: Record<string, unknown>;
  submission?: string;
  patienceMs?: number;
}

/** What a process calls itself towards the engine; never the machine's name. */
const identity = 'county';
const patienceMs = 30_000;
const hasty = makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ initialIntervalMs: () => 60, maxAttempts: 40 }));

/** A small county with its own database, its own namespace, all workers and the stand-in for outside platforms. */
export class CountyEngine {
  /** Signs as this county's web. */
  readonly signer = createActSigner(keys.privateKey);
  /** Acts that were acknowledged to persons, by case and submission. */
  readonly acknowledged: { caseId: string; submission: string }[] = [];
  private running: { worker: Worker; ended: Promise<void> }[] = [];
  private readonly people = new Map<string, Actor>();
  private rules: Rules | undefined;

  private constructor(
    readonly county: OpenCounty,
    readonly client: Client,
    private readonly native: NativeConnection,
    /** The outside platforms, which can be told to misbehave. */
    readonly standIn: StandInProcess,
    readonly engine: TestEngine,
    private readonly options: CountyOptions,
  ) {}

  static async open(options: CountyOptions = {}): Promise<CountyEngine> {
    quieten();
    const [engine, county, standIn] = await Promise.all([
      options.engine ?? testEngine({ ownNamespace: true }),
      openCounty(options.size ?? { objects: 300, inspectors: 150 }),
      StandInProcess.start(),
    ]);
    const connection = await Connection.connect({
      address: engine.address,
      interceptors: options.hasty ? [hasty] : undefined,
    });
    const native = await NativeConnection.connect({ address: engine.address });
    const client = new Client({ connection, namespace: engine.namespace, identity });
    const world = new CountyEngine(county, client, native, standIn, engine, options);
    await world.startWorkers();
    return world;
  }

  get dataSource(): DataSource {
    return this.county.dataSource;
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await this.native.close();
    await this.client.connection.close();
    await this.standIn.close();
    await this.county.close();
  }

  async startWorkers(): Promise<void> {
    const queues = taskQueuesOf(this.engine.taskQueue);
    const base = {
      connection: this.native,
      namespace: this.engine.namespace,
      identity,
      interceptors: { activity: [beatWhileWorking, ...(this.options.interceptors?.activity ?? [])] },
    };
    const activities = caseActivities(this.client, this.judging(), queues, {
      eventsAtMost: this.options.eventsAtMost,
      patienceMs: this.options.tellingMs,
    });
    const { maxCachedWorkflows } = this.options;
    const workers = await Promise.all([
      Worker.create({
        ...base,
        taskQueue: queues.cases,
        workflowBundle: await workflowBundle(),
        activities: this.options.wrap?.(activities) ?? activities,
        maxCachedWorkflows,
      }),
      Worker.create({ ...base, taskQueue: queues.documents, activities: this.documents() }),
      Worker.create({
        ...base,
        taskQueue: queues.exchange,
        activities: exchangeActivities(this.client, this.dataSource, this.platforms(), queues.cases),
      }),
    ]);
    this.running = workers.map((worker) => ({ worker, ended: worker.run() }));
  }

  async stopWorkers(): Promise<void> {
    const stopping = this.running;
    this.running = [];
    for (const { worker } of stopping) worker.shutdown();
    await Promise.all(stopping.map(({ ended }) => ended));
  }

  /** The person of that user name in their one capacity. */
  async actor(username: string): Promise<Actor> {
    const known = this.people.get(username);
    if (known) return known;
    const rows: { id: string; capacities: Capacity[]; department: string; inspector_id: string | null }[] =
      await this.dataSource.query('SELECT id, capacities, department, inspector_id FROM account WHERE username = $1', [
        username,
      ]);
    const [row] = rows;
    const [capacity] = row?.capacities ?? [];
    if (!row || !capacity) throw new Error(`nobody is called ${username}`);
    const actor: Actor = {
      account: row.id,
      capacity,
      department: row.department,
      ...(row.inspector_id ? { inspector: row.inspector_id } : {}),
    };
    this.people.set(username, actor);
    return actor;
  }

  /** The user name of an officer of the register. */
  async officer(inspector: string): Promise<string> {
    const rows: { username: string }[] = await this.dataSource.query(
      'SELECT username FROM account WHERE inspector_id = $1',
      [inspector],
    );
    return rows[0]?.username ?? '';
  }

  /** Hands an act to its case, as the web does. */
  perform(request: ActToPerform, waitMs = patienceMs): Promise<ActOutcome> {
    return performAct(this.gateway(waitMs), request);
  }

  /** What became of an act that was taken but not answered in time, as the web asks. */
  outcome({ key, caseId }: { key: string; caseId?: string }): Promise<ActOutcome> {
    const place = caseId ?? openingPlace(key);
    return findOutcome(this.gateway(patienceMs), { key, place, opens: caseId === undefined });
  }

  /** The way by which the web hands acts on. */
  gateway(waitMs = patienceMs): GatewayWorld {
    const queue = taskQueuesOf(this.engine.taskQueue).cases;
    const telling = tellingWorld(this.client, this.dataSource, queue, waitMs);
    return gatewayWorld(telling, this.dataSource, this.judging(), this.signer);
  }

  /** Judges by other rules from the next start of the workers on, as a new version of the program does. */
  changeRules(rules: Rules): void {
    this.rules = rules;
  }

  private judging() {
    const { dayEndsAt } = this.options;
    const verify = createActVerifier(keys.publicKey);
    return judgeWorld(this.dataSource, { countyCode: '320723', verify, rules: this.rules, dayEndsAt });
  }

  /** Steps that failed by a fault of their own and are not settled. */
  async faults(): Promise<{ case_id: string; key: string; step: string; tries: number; message: string }[]> {
    return this.dataSource.query(
      'SELECT case_id, key, step, tries, message FROM step_fault WHERE settled_at IS NULL ORDER BY id',
    );
  }

  /** Tries an act; whatever comes of it is the answer. */
  async attempt(act: PersonsAct): Promise<ActOutcome> {
    const submission = act.submission ?? randomUUID();
    await this.open(act);
    const outcome = await this.perform(
      { act: act.act, caseId: act.on, actor: await this.actor(act.by), input: await this.said(act), submission },
      act.patienceMs,
    );
    if (outcome.kind === 'done') this.acknowledged.push({ caseId: outcome.receipt.caseId, submission });
    return outcome;
  }

  /** Whoever is to read something first has done so, as on the page of the act. */
  private async open({ by, act, on }: PersonsAct): Promise<void> {
    const found = findAct(act)?.act;
    const state = on === undefined || !found?.reads ? undefined : await findState(this.dataSource, on);
    if (!state || on === undefined) return;
    const { account, department } = await this.actor(by);
    const version = found?.replaces?.current(state, { department }) ?? 0;
    await noteOpening(this.dataSource, { account, caseId: on, act, version }, new Date());
  }

  /** What is said with an act, about the version that stands where it names none. */
  private async said({ by, act, on, input = {} }: PersonsAct): Promise<Record<string, unknown>> {
    const found = findAct(act)?.act;
    if (!found || on === undefined) return input;
    return withVersion(found, await findState(this.dataSource, on), await this.actor(by), input);
  }

  /** Does an act that must succeed, trying again under the same submission as a careful client would. */
  async act(act: PersonsAct): Promise<ActReceipt> {
    const submission = act.submission ?? randomUUID();
    for (let tries = 0; tries < 3; tries += 1) {
      const outcome = await this.attempt({ ...act, submission });
      if (outcome.kind === 'done') return outcome.receipt;
      if (outcome.kind === 'refused' || outcome.kind === 'invalid' || outcome.kind === 'parked')
        throw new Error(`${act.by} ${act.act} on ${act.on}: ${JSON.stringify([outcome, await this.faults()])}`);
    }
    throw new Error(`${act.act} on ${act.on} was never answered`);
  }

  async state<S extends CaseState>(caseId: string): Promise<S | undefined> {
    return (await findState(this.dataSource, caseId)) as S | undefined;
  }

  /** Tells an outside platform's queue that there is something to send. */
  wakeExchange(platform: string): Promise<void> {
    return wakeExchange(this.gateway(), platform);
  }

  /** Entries of a case in `acts`, oldest first. */
  async entries(caseId: string): Promise<{ act: string; submission: string; account: string }[]> {
    return this.dataSource.query('SELECT act, submission, account FROM acts WHERE subject_id = $1 ORDER BY id', [
      caseId,
    ]);
  }

  /** Papers are set down in full and drawn as plain text: the printer has tests of its own. */
  private documents() {
    const printer = {
      render: async (kind: string, papers: Record<string, unknown>[]) => ({
        pdf: Buffer.from(`${kind}\n${JSON.stringify(papers)}`),
        refused: [],
      }),
    };
    const frame = { demonstration: true, publicUrl: 'http://county.example' };
    return createDocumentActivities({
      countStray: (place, reason) => countStray(this.dataSource, place, reason),
      issueDocument: (key, onProgress) => issueDocument(this.dataSource, printer, frame, key, onProgress),
    });
  }

  private platforms() {
    return {
      publicCreditUrl: `${this.standIn.url}/platforms/public-credit`,
      publicCreditKey: secrets['public-credit'],
      jointDisciplineUrl: `${this.standIn.url}/platforms/joint-discipline`,
      jointDisciplineKey: secrets['joint-discipline'],
      countyCode: '320723',
    };
  }
}

let quiet = false;

/** Retries are what these tests provoke; only what the worker calls an error is worth reading. */
function quieten(): void {
  if (quiet) return;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  quiet = true;
}
