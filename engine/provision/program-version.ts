import { runProgram } from './run-program';

/** The version that a `temporal` program states, or why it is none. */
export async function programVersion(
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ version?: string; problem: string }> {
  const run = await runProgram(path, ['--version'], { limitMs: 20_000, environment });
  if (!run.ok) return { problem: run.problem };
  const version = /temporal version (\S+)/.exec(run.output)?.[1];
  return version ? { version, problem: '' } : { problem: 'it does not state a version as the Temporal CLI does' };
}
