import { createServer } from 'node:http';
import path from 'node:path';
import { NativeConnection, Runtime, Worker, makeTelemetryFilterString } from '@temporalio/worker';
import { loadConfig } from '../config';
import { createActVerifier } from '../connectors/act-keys';
import { createDataSource } from '../db/data-source';
import { beatWhileWorking } from '../engine/beat-while-working';
import { wakeExchange } from '../engine/wake-exchange';
import { flushStrays } from '../services/cases/strays';
import { platformsWithWork } from '../services/exchange/outstanding';
import { taskQueuesOf } from '../workflows/contracts';
import { archiveLoop } from './compose/archive-loop';
import { caseLoop } from './compose/case-loop';
import { caseActivities } from './compose/case-activities';
import { connectEngine } from './compose/connect-engine';
import { engineAccess } from './compose/engine-access';
import { documentActivities } from './compose/document-activities';
import { judgeWorld } from './compose/judge-world';
import { fileLoop } from './compose/file-loop';
import { mailLoop } from './compose/mail-loop';
import { recountLoop } from './compose/recount-loop';
import { exchangeActivities } from './compose/exchange-activities';
import { endInTime, graceMs } from './compose/stop-in-time';

/** Runs the workflows and activities of all cases until it is asked to stop. */
async function work(): Promise<void> {
  const config = loadConfig();
  if (!config.actPublicKeys)
    throw new Error('ACT_PUBLIC_KEYS is needed: start the system with `npm start`, or give the keys');
  if (!config.databaseUrl || !config.temporalAddress)
    throw new Error('DATABASE_URL and TEMPORAL_ADDRESS are needed: start the system with `npm start`');
  Runtime.install({
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }), forward: {} } },
    shutdownSignals: [],
  });

  const dataSource = await createDataSource(config.databaseUrl, config.databasePool, { prepares: true }).initialize();
  const client = await connectEngine(config);
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  const queues = taskQueuesOf(config.taskQueue);
  const engine = engineAccess(client, dataSource, queues.cases);
  const verify = createActVerifier(config.actPublicKeys);
  const judging = judgeWorld(dataSource, { countyCode: config.countyCode, verify });
  const documents = documentActivities(dataSource, config);
  const base = {
    connection,
    namespace: config.temporalNamespace,
    shutdownGraceTime: graceMs(config.stopSeconds),
    interceptors: { activity: [beatWhileWorking] },
  };

  const workers = await Promise.all([
    Worker.create({
      ...base,
      taskQueue: queues.cases,
      workflowBundle: { codePath: path.join(__dirname, '..', 'workflow-bundle.js') },
      activities: caseActivities(client, judging, queues),
      maxCachedWorkflows: 300,
    }),
    Worker.create({
      ...base,
      taskQueue: queues.documents,
      activities: documents.activities,
      maxConcurrentActivityTaskExecutions: 2,
    }),
    Worker.create({
      ...base,
      taskQueue: queues.exchange,
      activities: exchangeActivities(client, dataSource, config, queues.cases),
    }),
  ]);

  const health = createServer((_request, response) => response.end('ok')).listen(config.workerHealthPort, '127.0.0.1');
  const stop = () => {
    endInTime(config.stopSeconds, (line) => console.warn(line));
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  for (const platform of await platformsWithWork(dataSource)) await wakeExchange(engine, platform);

  const archive = archiveLoop(client, dataSource, (failure) => console.warn('A history was not archived yet', failure));

  const cases = caseLoop(engine, dataSource, (failure) =>
    console.warn('Cases that were left behind were not woken yet', failure),
  );

  const recount = recountLoop(engine, dataSource, (failure) =>
    console.warn('The terms of a calendar were not counted yet', failure),
  );

  const files = fileLoop(dataSource, (failure) =>
    console.warn('Files that were never sent were not removed yet', failure),
  );

  const mails = mailLoop(dataSource, config, (failure) => console.warn('Mails were not sent yet', failure));

  await Promise.all(workers.map((worker) => worker.run()));
  await archive.stop();
  await cases.stop();
  await recount.stop();
  await files.stop();
  await mails.stop();
  health.close();
  await documents.close();
  await flushStrays(dataSource);
  await connection.close();
  await client.connection.close();
  await dataSource.destroy();
}

work().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
