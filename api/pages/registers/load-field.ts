import { namedLoad } from '../../../services/queries/registers/rows-of-load';
import type { AppWorld } from '../../app-world';

/**
 * The chip of a load whose rows are listed, by its file and moment. No field of the form asks for it: a link led there, and
 * the address keeps it.
 */
export async function loadField(world: AppWorld, kind: 'objects' | 'inspectors', load: string | undefined) {
  if (load === undefined) return [];
  const { t, formatDateTime } = world.views.texts;
  const found = await namedLoad(world.dataSource, kind, load);
  const value = found
    ? t('registers:load.ofFile', { fileName: found.fileName, at: formatDateTime(found.at) })
    : t('registers:load.unknown');
  return [{ name: 'load', label: { text: t('registers:load.rowsOf') }, value }];
}
