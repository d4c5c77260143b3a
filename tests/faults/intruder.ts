import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { ApplicationFailure } from '@temporalio/common';
import { rules } from '../../domain/processes';
import { requestText, type SignedRequest } from '../../domain/request';
import type { AskedAct } from '../../services/cases/decide-act';
import { keepRequest } from '../../services/cases/keep-request';
import { actUpdateName, taskQueuesOf } from '../../workflows/contracts';
import type { CountyEngine } from '../engine/lifecycle/county-engine';

const run = promisify(execFile);
const patienceMs = 20_000;

/** Somebody on the machine who reaches engine and database, and has no key of the web. */
export class Intruder {
  constructor(private readonly county: CountyEngine) {}

  get queues() {
    return taskQueuesOf(this.county.engine.taskQueue);
  }

  /** Sends an update; gives the verdict, or the type of the failure. */
  async update(caseId: string, input: unknown, name = actUpdateName): Promise<string> {
    const { client } = this.county;
    return this.ending(() =>
      client.workflow.getHandle(caseId).executeUpdate<string, [unknown]>(name, { args: [input] }),
    );
  }

  /** Starts a workflow and waits for its end; gives what it answered, or the type of the failure. */
  async start(type: string, workflowId: string, ...args: unknown[]): Promise<string> {
    const { client } = this.county;
    const options = {
      workflowId,
      taskQueue: this.queues.cases,
      args,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    };
    return this.ending(async () => JSON.stringify(await client.workflow.execute(type, options)) ?? 'ended');
  }

  /** Has an activity done without any workflow, by the engine's own program where there is one. */
  async alone(type: string, taskQueue: string, input: unknown): Promise<string> {
    const { client, engine } = this.county;
    const cli = process.env.TEST_TEMPORAL_CLI_PATH;
    const id = randomUUID();
    if (!cli) {
      const options = { id, taskQueue, args: [input], startToCloseTimeout: patienceMs };
      return this.ending(async () => JSON.stringify(await client.activity.execute(type, options)));
    }
    const place = ['--address', engine.address, '--namespace', engine.namespace, '--task-queue', taskQueue];
    const what = ['--activity-id', id, '--type', type, '--input', JSON.stringify(input)];
    const told = await run(cli, ['activity', 'execute', ...place, ...what, '--start-to-close-timeout', '20s']).catch(
      (failure: { stdout: string; stderr: string }) => failure,
    );
    return told.stdout + told.stderr;
  }

  /** A request that the web has signed, at any moment. */
  async signed(asked: AskedAct, at = new Date()): Promise<string> {
    const { dataSource, signer } = this.county;
    return (await keepRequest(dataSource, { rules, sign: signer.sign, now: () => at }, asked)).key;
  }

  /** Writes a row of a request, as whoever may write into the database can. */
  async write({ request, keyId, signature }: SignedRequest, body = requestText(request)): Promise<string> {
    await this.county.dataSource.query(
      `INSERT INTO act_request (key, case_id, act, account, submission, at, body, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        request.key,
        request.case ?? null,
        request.act,
        request.actor.account,
        request.submission,
        request.at,
        body,
        keyId,
        signature,
      ],
    );
    return request.key;
  }

  /** How often something reached this place past the web. */
  async strays(place: string): Promise<number> {
    const rows: { count: number }[] = await this.county.dataSource.query(
      'SELECT count FROM stray_request WHERE place = $1 ORDER BY day DESC',
      [place],
    );
    return rows.reduce((sum, { count }) => sum + count, 0);
  }

  /** Everything that forging could change, strays apart. */
  async trace(): Promise<unknown> {
    const rows: { trace: unknown }[] = await this.county.dataSource.query(
      `SELECT json_build_object(
         'cases', (SELECT json_agg(ARRAY[id, version::text, md5(state::text)] ORDER BY id) FROM official_case),
         'acts', (SELECT json_agg(ARRAY[id::text, subject_id, act] ORDER BY id) FROM acts),
         'effects', (SELECT json_agg(ARRAY[id::text, state] ORDER BY id) FROM case_effect),
         'outcomes', (SELECT json_agg(ARRAY[place, key, outcome->>'kind'] ORDER BY place, key) FROM act_outcome),
         'waits', (SELECT json_agg(ARRAY[case_id, act, due::text] ORDER BY case_id, act, due) FROM case_waiting),
         'faults', (SELECT json_agg(ARRAY[case_id, key, tries::text] ORDER BY id) FROM step_fault),
         'papers', (SELECT json_agg(ARRAY[key, state] ORDER BY key) FROM document),
         'messages', (SELECT json_agg(ARRAY[id::text, state, attempts::text, told_at::text] ORDER BY id) FROM outbox_message),
         'calendars', (SELECT json_agg(ARRAY[year, version, recounted_version] ORDER BY year) FROM calendar_year)) AS trace`,
    );
    return rows[0]?.trace;
  }

  private async ending(work: () => Promise<string>): Promise<string> {
    try {
      return await this.county.client.withDeadline(Date.now() + patienceMs, work);
    } catch (failure) {
      for (let cause = failure; cause instanceof Error; cause = cause.cause)
        if (cause instanceof ApplicationFailure) return cause.type ?? cause.message;
      return failure instanceof Error ? failure.name : String(failure);
    }
  }
}
