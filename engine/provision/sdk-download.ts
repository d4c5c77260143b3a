import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchStep } from './provision-step';
import { programVersion } from './program-version';
import { runProgram } from './run-program';

const downloadHost = 'https://temporal.download';

/** The download of the CLI that the SDK brings for its own tests; needs the internet. */
export const sdkDownload: FetchStep = {
  name: "the SDK's own download",
  progress: 'downloading the engine with the SDK',
  async fetch({ target, scratch, environment }) {
    if (!(await isReachable(downloadHost))) return `${downloadHost} is out of reach`;
    const downloaded = await runProgram(process.execPath, ['-e', downloadScript, scratch], {
      limitMs: 180_000,
      environment,
      cwd: __dirname,
    });
    if (!downloaded.ok) return downloaded.problem;
    for (const name of readdirSync(scratch)) {
      const path = join(scratch, name);
      if (!(await programVersion(path, environment)).version) continue;
      renameSync(path, target);
      return undefined;
    }
    return 'it left no program that runs';
  },
};

// A process of its own: the native download cannot be cancelled, a process can.
const downloadScript = `
const { TestWorkflowEnvironment } = require('@temporalio/testing');
TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir: process.argv[1] } } })
  .then((environment) => environment.teardown())
  .then(() => process.exit(0), (error) => { console.error(String(error)); process.exit(1); });
`;

async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return true;
  } catch {
    return false;
  }
}
