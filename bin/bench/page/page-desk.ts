import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import session from 'express-session';
import pino from 'pino';
import { createApp } from '../../../api/app';
import { paths, pathTo, type PathName } from '../../../api/paths';
import { createViews } from '../../../api/views/create-views';
import type { Config } from '../../../config';
import { createDataSource } from '../../../db/data-source';
import { RecordedStatements, type Statement } from './recorded-statements';

/** One page as it came. */
export interface CamePage {
  /** Milliseconds from asking to the first byte of the page itself. */
  firstByte: number;
  /** Bytes of HTML, before any compression. */
  bytes: number;
  html: string;
}

/** The pages of the back office for one signed-in person, served by this process on a system's database: they are only read. */
export class PageDesk {
  private cookie = '';

  private constructor(
    private readonly server: Server,
    private readonly statements: RecordedStatements,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(config: Config, root: string): Promise<PageDesk> {
    const statements = new RecordedStatements();
    // As the web has it.
    const dataSource = createDataSource(config.databaseUrl ?? '', config.databasePool);
    await dataSource.setOptions({ logger: statements, logging: ['query'] }).initialize();
    const app = await createApp({
      config,
      dataSource,
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      views: createViews({
        templates: path.join(root, 'templates'),
        assets: paths.assets,
        missingText: 'throw',
        cache: true,
        path: (name, parameters) => pathTo(name as PathName, parameters as Record<string, string>),
      }),
      sessions: session({
        name: 'session',
        secret: randomBytes(16).toString('hex'),
        resave: false,
        saveUninitialized: false,
      }),
      perform: onlyReads,
      outcome: onlyReads,
      orderPrint: onlyReads,
      remakePaper: onlyReads,
      wakeExchange: onlyReads,
      histories: () => {
        throw new Error('No history is read here.');
      },
      messages: { retry: onlyReads, correct: onlyReads, giveUp: onlyReads },
      steps: { retry: onlyReads, settle: onlyReads, noteStrays: onlyReads },
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PageDesk(server, statements, () => dataSource.destroy());
  }

  /** @throws Error where the sign-in page does not let the person in */
  async signIn(username: string, password: string): Promise<void> {
    const { html } = await this.get(paths.signIn);
    const body = new URLSearchParams({
      _csrf: /name="_csrf" value="([^"]+)"/u.exec(html)?.[1] ?? '',
      username,
      password,
    }).toString();
    const answer = await this.send('POST', paths.signIn, body);
    if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
  }

  /**
   * @throws Error for any answer but a page
   */
  async get(address: string): Promise<CamePage> {
    const answer = await this.send('GET', address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return { firstByte: answer.firstByte, bytes: answer.body.length, html: answer.body.toString('utf8') };
  }

  /** The statements that a page sends. */
  async statementsOf(address: string): Promise<Statement[]> {
    this.statements.begin();
    await this.get(address);
    return this.statements.end();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.end();
  }

  private send(
    method: 'GET' | 'POST',
    address: string,
    form?: string,
  ): Promise<{ status: number; firstByte: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const { port } = this.server.address() as AddressInfo;
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path: address,
          headers: {
            cookie: this.cookie,
            ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        },
        (answer) => {
          const [given] = answer.headers['set-cookie'] ?? [];
          if (given) this.cookie = given.split(';')[0] ?? '';
          const parts: Buffer[] = [];
          let firstByte = 0;
          answer.on('data', (part: Buffer) => {
            firstByte ||= performance.now() - began;
            parts.push(part);
          });
          answer.on('error', reject);
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, firstByte, body: Buffer.concat(parts) }));
        },
      );
      asked.on('error', reject);
      asked.end(form);
    });
  }
}

function onlyReads(): never {
  throw new Error('Pages are only read here.');
}
