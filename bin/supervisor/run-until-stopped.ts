import type { Say } from './program';

/** Something that is started once and stopped in order. */
interface Startable {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const sayAtTerminal: Say = (line) => void process.stdout.write(`${line}\n`);

/** Starts a system and lets it run under this process until the process is asked to stop; one that does not come up is stopped, too. */
export async function runUntilStopped(system: Startable): Promise<void> {
  const stop = () => {
    system.stop().then(
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
  await system.start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    stop();
  });
}
