import { join } from 'node:path';
import { loadConfig } from '../config';
import { createStandIn } from './stand-in/server';

/** Runs the stand-in for outside platforms until it is told to stop. */
async function run(): Promise<void> {
  const config = loadConfig();
  const server = await createStandIn({
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
