import { loadConfig } from '../config';
import { runUntilStopped, sayAtTerminal } from './supervisor/run-until-stopped';
import { Supervisor } from './supervisor/supervisor';

/** Runs the whole system under this one process until it is asked to stop. */
async function start(): Promise<void> {
  const config = loadConfig();
  await runUntilStopped(new Supervisor({ config, programs: __dirname, say: sayAtTerminal }));
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
