import { loadConfig } from '../config';
import { Supervisor } from './supervisor/supervisor';

/** Runs the whole system under this one process until it is asked to stop. */
async function start(): Promise<void> {
  const config = loadConfig();
  const supervisor = new Supervisor({ config, programs: __dirname, say: (line) => process.stdout.write(`${line}\n`) });
  const stop = () => {
    supervisor.stop().then(
      () => process.exit(process.exitCode ?? 0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // A closed terminal must not end the supervisor before its parts.
  process.stdout.on('error', stop);
  await supervisor.start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    stop();
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
