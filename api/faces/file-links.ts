import { filesById } from '../../services/queries/cases/files-by-id';
import { remarkedName } from '../file-remark';
import { pathTo } from '../paths';
import type { FactsContext, Link } from './facts';

/** Downloads of attached files by their ids, for the cells and lines that name them. */
export async function fileLinks(
  { world }: Pick<FactsContext, 'world'>,
  ids: string[],
): Promise<(of: string[]) => Link[]> {
  const files = new Map(
    (await filesById(world.dataSource, ids)).map((file) => [
      file.id,
      { text: remarkedName(world.views.texts, file), href: pathTo('file', { id: file.id }) },
    ]),
  );
  return (of) => of.flatMap((id) => files.get(id) ?? []);
}
