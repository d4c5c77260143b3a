import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A history as it is kept: ids of children are derived from the workflow's own, so it is kept beside it. */
export interface StoredHistory {
  workflowId: string;
  history: unknown;
}

/** What is kept of a run; where the project lay on the machine that ran it is left out. */
export function storedHistory(workflowId: string, history: unknown): StoredHistory {
  const root = join(__dirname, '..', '..', '/');
  return { workflowId, history: JSON.parse(JSON.stringify(history).replaceAll(root, '')) as unknown };
}

/** Every stored history by the name of its file; what stands before a dash is the workflow. */
export function readStoredHistories(): (StoredHistory & { name: string; workflow: string })[] {
  return readFolder('.').map((stored) => ({ ...stored, workflow: stored.name.split('-')[0] ?? stored.name }));
}

/** The open runs of a county in the middle of its autumn, as an earlier version of the program left them. */
export function readOpenRuns(): (StoredHistory & { name: string })[] {
  return readFolder('story');
}

function readFolder(name: string): (StoredHistory & { name: string })[] {
  const folder = join(__dirname, 'histories', name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredHistory),
      name: file.replace(/\.json$/, ''),
    }));
}
