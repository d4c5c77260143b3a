import { join } from 'node:path';
import { loadConfig } from '../config';
import { Inbox } from './stand-in/inbox';
import { createStandIn } from './stand-in/server';

/** Runs the stand-in for outside platforms until it is told to stop. */
async function run(): Promise<void> {
  const config = loadConfig();
  const inbox = new Inbox();
  const mail = config.standInMailPort === undefined ? undefined : inbox.server();
  mail?.on('error', (error) => {
    console.error(
      `The stand-in inbox cannot listen on port ${config.standInMailPort} (${error.message}); set STAND_IN_MAIL_PORT to a free one.`,
    );
    process.exitCode = 1;
  });
  if (config.standInMailPort !== undefined) mail?.listen(config.standInMailPort, '127.0.0.1');
  const server = await createStandIn({
    inbox,
    directory: join(config.dataDir, 'stand-in'),
    secrets: { 'public-credit': config.publicCreditKey, 'joint-discipline': config.jointDisciplineKey },
    now: () => new Date(),
  });
  server.on('error', (error) => {
    console.error(
      `The stand-in cannot listen on port ${config.standInPort} (${error.message}); set STAND_IN_PORT to a free one.`,
    );
    process.exitCode = 1;
  });
  server.listen(config.standInPort, '127.0.0.1', () => {
    console.log(`stand-in listening on http://127.0.0.1:${config.standInPort}`);
  });
  const stop = () => {
    mail?.close();
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

run().catch((error: unknown) => {
  console.error('The stand-in could not start:', error);
  process.exitCode = 1;
});
