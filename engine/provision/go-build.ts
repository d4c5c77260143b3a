import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchStep } from './provision-step';
import { runProgram } from './run-program';

const cliModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/** Builds the CLI from source; v1.5.1 is the last that `go install` accepts (later ones carry a replace directive). */
export const goBuild: FetchStep = {
  name: `go install ${cliModule}`,
  progress: 'building the engine with Go (about three minutes)',
  async fetch({ target, scratch, environment }) {
    const version = await runProgram('go', ['env', 'GOVERSION'], { limitMs: 20_000, environment });
    if (!version.ok) return version.problem;
    const [, major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(version.output) ?? []).map(Number);
    if (major < 1 || (major === 1 && minor < 25)) return `Go 1.25 is needed, here is ${version.output.trim()}`;
    const built = await runProgram('go', ['install', cliModule], {
      limitMs: 900_000,
      environment: { ...environment, GOBIN: scratch },
    });
    if (!built.ok) return built.problem;
    renameSync(join(scratch, 'temporal'), target);
    return undefined;
  },
};
