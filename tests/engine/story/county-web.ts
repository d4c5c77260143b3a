import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import session from 'express-session';
import pino from 'pino';
import { createApp } from '../../../api/app';
import { pathTo, type PathName } from '../../../api/paths';
import { createViews } from '../../../api/views/create-views';
import { messageActs } from '../../../bin/compose/message-acts';
import { stepActs } from '../../../bin/compose/step-acts';
import { loadConfig } from '../../../config';
import { tryAgain } from '../../../engine/try-again';
import type { CountyEngine } from '../lifecycle/county-engine';

/** The web of a county whose cases really run, listening on a port of its own; `patienceMs` says how long an act waits for its answer. */
export async function openWeb(
  county: CountyEngine,
  { patienceMs, styles }: { patienceMs?: () => number; styles?: string } = {},
): Promise<{ address: string; close(): Promise<void> }> {
  const app = await createApp({
    config: loadConfig({ NODE_ENV: 'test', DATABASE_URL: (county.dataSource.options as { url?: string }).url ?? '' }),
    dataSource: county.dataSource,
    // Where a test meets a fault of ours, what it was stands beside it.
    log: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
    now: () => new Date(),
    views: createViews({
      templates: join(__dirname, '..', '..', '..', 'templates'),
      assets: '/assets',
      missingText: 'throw',
      cache: true,
      path: (name, parameters) => pathTo(name as PathName, parameters as Record<string, string>),
    }),
    sessions: session({ name: 'session', secret: randomUUID(), resave: false, saveUninitialized: false }),
    perform: (request) => county.perform(request, patienceMs?.()),
    outcome: (act) => county.outcome(act),
    histories: async function* () {},
    wakeExchange: (platform) => county.wakeExchange(platform),
    messages: messageActs(county.dataSource),
    steps: stepActs(county.dataSource, (step) => tryAgain(county.gateway(), step)),
    orderPrint: async () => '',
    remakePaper: async () => undefined,
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = express()
      .use('/assets', styles ? express.static(styles) : (_req, _res, next) => next())
      .use(app)
      .listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
