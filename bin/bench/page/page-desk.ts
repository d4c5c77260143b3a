import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import session from 'express-session';
import pino from 'pino';
import { createApp } from '../../../api/app';
import { paths, pathTo, type PathName } from '../../../api/paths';
import { createViews } from '../../../api/views/create-views';
import type { Config } from '../../../config';
import { createDataSource } from '../../../db/data-source';
import { FormDesk } from './form-desk';
import { RecordedStatements, type Statement } from './recorded-statements';

/** The back office served by this process on a system's database, so that its statements are known: pages are only read. */
export class PageDesk {
  private constructor(
    /** The pages for one person. */
    readonly pages: FormDesk,
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
    const { port } = server.address() as AddressInfo;
    return new PageDesk(new FormDesk(`http://127.0.0.1:${port}`), server, statements, () => dataSource.destroy());
  }

  /** The statements that a page sends. */
  async statementsOf(address: string): Promise<Statement[]> {
    this.statements.begin();
    await this.pages.get(address);
    return this.statements.end();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.end();
  }
}

function onlyReads(): never {
  throw new Error('Pages are only read here.');
}
