import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';

type Bundle = WorkflowBundle | { codePath: string };

let own: Promise<Bundle> | undefined;

/** All workflows for a worker of a test: the run's bundle, or one of this file's own where nobody made one before. */
export function workflowBundle(): Promise<Bundle> {
  const codePath = process.env.TEST_WORKFLOW_BUNDLE;
  own ??= codePath ? Promise.resolve({ codePath }) : bundle();
  return own;
}

/** Bundles the workflows once for all files of a run, which find it by the environment. */
export async function shareWorkflowBundle(): Promise<void> {
  if (process.env.TEST_WORKFLOW_BUNDLE) return;
  const { code } = await bundle();
  const directory = mkdtempSync(join(tmpdir(), 'shuangsuiji-workflows-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const codePath = join(directory, 'workflow-bundle.js');
  writeFileSync(codePath, code);
  process.env.TEST_WORKFLOW_BUNDLE = codePath;
}

function bundle(): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    logger: new DefaultLogger('ERROR'),
  });
}
