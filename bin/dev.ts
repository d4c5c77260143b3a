import { join } from 'node:path';
import { childEnvironment, loadConfig } from '../config';
import { Builder } from './supervisor/builder';
import { runUntilStopped, sayAtTerminal } from './supervisor/run-until-stopped';
import { Supervisor } from './supervisor/supervisor';

const keepBuilt = join('bin', 'prepare', 'keep-built.mjs');
const settings = { FRESH_VIEWS: 'true' };

/** Runs the whole system as `npm start` does, and takes every change of the sources into it while it runs. */
async function develop(): Promise<void> {
  const say = sayAtTerminal;
  const config = loadConfig(childEnvironment(settings));
  const supervisor = new Supervisor({ config, programs: __dirname, say, settings });
  let builder: Builder | undefined;
  let stopping = false;
  await runUntilStopped({
    async start() {
      await supervisor.start();
      if (stopping) return;
      builder = new Builder(keepBuilt, (programs) => void supervisor.renew(programs), say);
      say('every component with its examples: /kit. Changes of sources are taken in as you save them.');
    },
    async stop() {
      stopping = true;
      await builder?.stop();
      await supervisor.stop();
    },
  });
}

develop().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
