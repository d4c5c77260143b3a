import { stepActs } from '../../bin/compose/step-acts';
import { CaseSilentError } from '../../engine/tell-case';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { Express } from 'express';
import { Pool } from 'pg';
import pino from 'pino';
import request from 'supertest';
import { createApp } from '../../api/app';
import { judgeWorld } from '../../bin/compose/judge-world';
import { messageActs } from '../../bin/compose/message-acts';
import { pathTo, type PathName } from '../../api/paths';
import { createViews } from '../../api/views/create-views';
import { loadConfig } from '../../config';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { judgeFirst } from '../../services/cases/judge';
import { recordVisits } from '../../services/cases/record-visits';
import { writeCase } from '../../services/cases/write-case';
import { books } from '../../services/books';
import { remakeDocument } from '../../services/documents/remake-document';
import { requestPrint } from '../../services/documents/request-print';
import { systemActor } from '../../domain/actor';
import { processOf } from '../../domain/processes';
import type { CaseState } from '../../domain/process';
import type { VisitState } from '../../domain/visit/state';
import { Acting } from '../database/cases/acting';
import { openCounty, seed, type OpenCounty } from '../database/registers/open-county';
import { everyCase } from './every-case';
import { written } from './written';

const templates = join(__dirname, '..', '..', 'templates');

/** The whole web on a small county with a case in every stage; acts are only asked for here, unless the site performs them. */
export class CountySite {
  private readonly browsers = new Map<string, ReturnType<CountySite['signIn']>>();

  private constructor(
    readonly app: Express,
    readonly county: OpenCounty,
    readonly cases: CaseState[],
    /** Acts against which no rule stood at the first look, so that the gateway would bring them to their case. */
    readonly asked: { act: string; account: string }[],
    /** Cases that a parked step was brought to again, and those that are silent. */
    readonly reached: string[],
    readonly unreachable: Set<string>,
    /** Cases whose answer to an act does not come before the test lets it. */
    readonly held: Map<string, Promise<unknown>>,
    /** What the engine would tell of any case's runs, newest first. */
    readonly runs: { runId: string; json: string }[],
    /** Ids of an object, an officer and an account. */
    readonly rows: string[],
    /** Codes of an item and of a department. */
    readonly codes: string[],
    private readonly pool: Pool,
  ) {}

  /** @param performs whether acts on cases are judged and recorded as the worker does it, without the engine */
  static async open({ performs = false } = {}): Promise<CountySite> {
    const county = await openCounty({ objects: 300, inspectors: 150 });
    const database = (county.dataSource.options as { url?: string }).url ?? '';
    // As the judge would have left them.
    const cases = (await everyCase(county.dataSource)).map((state) => ({
      ...state,
      v: processOf(state.id).version,
    }));
    await writeCases(county, cases);
    const pool = new Pool({ connectionString: database, max: 4 });
    const SessionStore = connectPgSimple(session);
    const asked: { act: string; account: string }[] = [];
    const judging = judgeWorld(county.dataSource, { countyCode: '320723', verify: () => false });
    const people = new Acting(county);
    const [reached, unreachable] = [[] as string[], new Set<string>()];
    const held = new Map<string, Promise<unknown>>();
    const runs: { runId: string; json: string }[] = [];
    const app = await createApp({
      config: loadConfig({ NODE_ENV: 'test', DATABASE_URL: database, MAIL_URL: 'smtp://127.0.0.1:9' }),
      dataSource: county.dataSource,
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      views: createViews({
        templates,
        assets: '/assets',
        missingText: 'throw',
        cache: true,
        path: (name, parameters) => pathTo(name as PathName, parameters as Record<string, string>),
      }),
      sessions: session({
        name: 'session',
        store: new SessionStore({ pool, tableName: 'session', pruneSessionInterval: false }),
        secret: randomUUID(),
        resave: false,
        saveUninitialized: false,
      }),
      perform: async (act) => {
        const seen = await judgeFirst(judging, act);
        if (seen) return seen;
        asked.push({ act: act.act, account: act.actor.account });
        const { actor, caseId, input, submission } = act;
        await held.get(caseId ?? '');
        if (performs && caseId) return people.attempt(actor, act.act, caseId, input, submission);
        return { kind: 'unreachable' };
      },
      outcome: async () => ({ kind: 'unreachable' }),
      histories: async function* () {
        for (const run of runs) yield await Promise.resolve(run);
      },
      wakeExchange: async () => undefined,
      messages: messageActs(county.dataSource),
      steps: stepActs(county.dataSource, async ({ caseId }) => {
        if (unreachable.has(caseId)) throw new CaseSilentError(caseId);
        reached.push(caseId);
      }),
      orderPrint: (order) => requestPrint(county.dataSource, order),
      remakePaper: async (key) => void (await remakeDocument(county.dataSource, key)),
    });
    const first = async (tables: string[], column: string): Promise<string[]> =>
      Promise.all(
        tables.map(async (table) => {
          const [row]: { value: string }[] = await county.dataSource.query(
            `SELECT ${column}::text AS value FROM ${table} ORDER BY 1 LIMIT 1`,
          );
          return row?.value ?? '';
        }),
      );
    const rows = await first(['check_object', 'inspector', 'account'], 'id');
    const codes = await first(['check_item', 'department'], 'code');
    return new CountySite(app, county, cases, asked, reached, unreachable, held, runs, rows, codes, pool);
  }

  async close(): Promise<void> {
    // A connection that is saying goodbye may still be told that its database is taken away.
    this.pool.on('error', () => undefined);
    await this.pool.end();
    await this.county.close();
  }

  /** A browser of nobody. */
  nobody() {
    return request.agent(this.app);
  }

  /** The browser of a person, who signs in once. */
  async as(username: string) {
    const known = this.browsers.get(username) ?? this.signIn(username);
    this.browsers.set(username, known);
    return known;
  }

  private async signIn(username: string) {
    // Pages are read here by the thousand, and what packing them takes is no part of any rule.
    const agent = request.agent(this.app).set('Accept-Encoding', 'identity');
    const form = await agent.get('/sign-in');
    const answer = await agent
      .post('/sign-in')
      .type('form')
      .send({ _csrf: tokenIn(form.text), username, password: demonstrationPassword(seed) });
    if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
    return agent;
  }

  /** The token of a person's own system. */
  async token(username: string): Promise<string> {
    const answer = await request(this.app)
      .post('/api/v1/session')
      .send({ username, password: demonstrationPassword(seed) });
    return (answer.body as { token: string }).token;
  }

  find(kind: string, stage?: string): CaseState {
    const found = this.cases.find(
      (state) => state.id.startsWith(`${kind}/`) && (stage === undefined || state.stage === stage),
    );
    if (!found) throw new Error(`no ${kind} in ${stage ?? 'any stage'}`);
    return found;
  }
}

/** The token that a form carries. */
export function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

async function writeCases(county: OpenCounty, cases: CaseState[]): Promise<void> {
  const visits = cases.filter((state) => state.id.startsWith('visit/')) as VisitState[];
  await county.dataSource.transaction(async (manager) => {
    for (const state of cases.filter((candidate) => !candidate.id.startsWith('visit/'))) {
      await writeCase(manager, processOf(state.id), state, written(state.since));
      await books[processOf(state.id).kind].project(manager, state, {
        entry: '0',
        actor: systemActor,
        at: state.since,
      });
    }
  });
  await recordVisits(county.dataSource, visits, written(''));
  for (const state of visits) await writeRecords(county, state);
}

/** The forms that the sample results stand on: the last version, and one before it where a result is reviewed. */
async function writeRecords({ dataSource }: OpenCounty, state: VisitState): Promise<void> {
  for (const [department, result] of Object.entries(state.results).filter(([, entered]) => entered.version > 0)) {
    const items: { code: string }[] = await dataSource.query(
      'SELECT code FROM check_item WHERE department = $1 ORDER BY code LIMIT 2',
      [department],
    );
    const rows = items.map(({ code }) => ({
      item: code,
      finding: 'problem',
      problem: '公示的资产总额与账簿不符。',
      handling: '责令改正。',
    }));
    const form = {
      code: result.code,
      followUp: result.followUp,
      completedOn: result.completedOn,
      methods: ['onSite'],
      rows,
      signature: 'signed',
    };
    const versions = result.stage === 'reviewed' ? [0, result.version] : [result.version];
    for (const version of versions) {
      await dataSource.query(
        `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, reason, sha256) VALUES ($1, $2, $3, $4, 'somebody', now(), $5, '')`,
        [state.id, department, version, JSON.stringify(form), version === 0 ? null : '结果代码录入有误'],
      );
    }
  }
}
