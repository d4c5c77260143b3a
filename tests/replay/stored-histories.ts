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
  const folder = join(__dirname, 'histories');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.json$/, '');
      const stored = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredHistory;
      return { ...stored, name, workflow: name.split('-')[0] ?? name };
    });
}
