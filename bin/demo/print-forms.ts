import type { CarefulClient } from './careful-client';

const patienceMs = 1_800_000;

interface Paper {
  state: 'queued' | 'ready' | 'failed';
  done: number;
  total: number;
  fileId: string | null;
}

/**
 * Has the record forms of all visits of a check drawn as one file and fetches it.
 * @returns the size of the file in bytes
 * @throws Error when it cannot be drawn, or is no PDF
 */
export async function printForms(client: CarefulClient, check: string): Promise<number> {
  const { key } = await client.send<{ key: string }>(`/api/v1/cases/${check}/papers/record-form`, {});
  const end = Date.now() + patienceMs;
  for (;;) {
    const paper = await client.get<Paper>(`/api/v1/papers?key=${encodeURIComponent(key)}`);
    if (paper.state === 'failed') throw new Error(`The record forms of ${check} could not be drawn`);
    if (paper.state === 'ready' && paper.fileId) return sizeOf(await client.file(`/api/v1/files/${paper.fileId}`));
    if (Date.now() > end)
      throw new Error(`The record forms of ${check} were not drawn in time: ${paper.done} of ${paper.total}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function sizeOf(file: Buffer): number {
  if (file.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('What was fetched as record forms is no PDF');
  return file.length;
}
