import path from 'node:path';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import { Pool } from 'pg';
import pino from 'pino';
import { createApp } from '../api/app';
import { assetsOf } from '../api/assets';
import { paths, pathTo, type PathName } from '../api/paths';
import { createViews } from '../api/views/create-views';
import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { findOutcome } from '../engine/find-outcome';
import { orderPaper } from '../engine/order-paper';
import { performAct } from '../engine/perform-act';
import { readHistories } from '../engine/read-histories';
import { tryAgain } from '../engine/try-again';
import { wakeExchange } from '../engine/wake-exchange';
import { flushStrays } from '../services/cases/strays';
import { openingPlace } from '../services/cases/source-of';
import { remakeDocument } from '../services/documents/remake-document';
import { requestPrint } from '../services/documents/request-print';
import { archivedHistories } from '../services/queries/cases/archived-histories';
import { connectEngine } from './compose/connect-engine';
import { signingGateway } from './compose/signing-gateway';
import { waitWhileMoving } from './compose/wait-while-moving';
import { stepActs } from './compose/step-acts';
import { messageActs } from './compose/message-acts';

/** Serves the back office, the public site and the programming interface until it is asked to stop. */
async function serve(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new Error('DATABASE_URL is needed: start the system with `npm start`');
  const log = pino({ level: config.logLevel, redact: ['req.headers', 'password', 'token'] });
  const dataSource = await createDataSource(config.databaseUrl, config.databasePool).initialize();
  // The few statements by which every act is judged first come again with each; what people search for does not.
  const judging = await createDataSource(config.databaseUrl, config.databasePool, { prepares: true }).initialize();
  const client = await connectEngine(config);
  const gateway = signingGateway(client, judging, config, config.answerDeadlineMs);
  const pool = new Pool({ connectionString: config.databaseUrl, max: 4 });
  pool.on('error', (failure) => log.warn({ err: failure }, 'A session connection was lost'));
  const SessionStore = connectPgSimple(session);
  const root = path.join(__dirname, '..', '..');

  const assets = assetsOf(path.join(root, 'dist', 'assets'), config.freshViews);

  const app = await createApp({
    assets: assets.route,
    config,
    dataSource,
    log,
    now: () => new Date(),
    views: createViews({
      templates: path.join(root, 'templates'),
      assets: `${paths.assets}/${assets.version}`,
      missingText: config.production ? 'show-key' : 'throw',
      cache: !config.freshViews,
      path: (name, parameters) => pathTo(name as PathName, parameters as Record<string, string>),
    }),
    sessions: session({
      name: 'session',
      store: new SessionStore({
        pool,
        tableName: 'session',
        errorLog: (...parts: unknown[]) => log.warn({ parts }, 'The session store failed'),
      }),
      secret: config.sessionSecret,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: {
        httpOnly: true,
        sameSite: 'lax',
        secure: config.cookieSecure,
        maxAge: config.sessionIdleMinutes * 60_000,
      },
    }),
    perform: (request) => performAct(gateway, request),
    outcome: ({ key, caseId }) =>
      findOutcome(gateway, { key, place: caseId ?? openingPlace(key), opens: caseId === undefined }),
    async orderPrint(order) {
      const key = await requestPrint(dataSource, order);
      await orderPaper(gateway, key);
      return key;
    },
    async remakePaper(key) {
      if (await remakeDocument(dataSource, key)) await orderPaper(gateway, key);
    },
    histories: (caseId) => readHistories(client, caseId, (id) => archivedHistories(dataSource, id)),
    messages: messageActs(dataSource),
    steps: stepActs(dataSource, (step) => tryAgain(gateway, step)),
    wakeExchange: (platform) => wakeExchange(gateway, platform),
  });

  const server = app.listen(config.port, config.host, () => log.info({ port: config.port }, 'serving'));
  waitWhileMoving(server);
  const stop = () => {
    server.close(
      () =>
        void Promise.allSettled([
          flushStrays(dataSource).finally(() => dataSource.destroy()),
          judging.destroy(),
          pool.end(),
          client.connection.close(),
        ]).then(() => process.exit(0)),
    );
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

serve().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
