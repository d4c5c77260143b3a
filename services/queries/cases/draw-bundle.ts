import type { DataSource } from 'typeorm';
import { readBundleFiles } from '../../draw/bundle-files';

/** Files of a drawn batch's bundle, in a fixed order; nothing before the draw. */
export async function drawBundle(
  dataSource: DataSource,
  batch: string,
): Promise<{ name: string; content: Buffer }[] | undefined> {
  const files = await readBundleFiles(dataSource, batch);
  if (!files.has('result.json')) return undefined;
  return [...files]
    .map(([name, content]) => ({ name, content }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}
