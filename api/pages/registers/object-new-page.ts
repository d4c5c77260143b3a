import type { Router } from 'express';
import { objectColumns } from '../../../domain/registers/check-object-table';
import { ObjectRow, cellsOfRow, rowOfCells } from '../../../domain/registers/object-row';
import { townOptions } from '../../../services/queries/registers/scope-options';
import type { AppWorld } from '../../app-world';
import { oneRowPage } from './one-row-page';

/** One firm by a form. */
export function objectNewPage(world: AppWorld): Router {
  return oneRowPage(world, {
    list: 'objects',
    path: 'objectNew',
    act: 'object.load',
    schema: ObjectRow,
    texts: 'registers:object.one',
    columns: objectColumns,
    cellsOf: cellsOfRow,
    valuesOf: rowOfCells,
    nameOf: ({ objectName }) => objectName,
    begin: async (_actor, typed) => ({
      values: typed ?? { status: 'active' },
      options: { divisions: (await townOptions(world.dataSource)).map(({ name }) => ({ value: name, text: name })) },
    }),
  });
}
