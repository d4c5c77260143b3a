import type { Router } from 'express';
import { objectColumns } from '../../../domain/registers/check-object-table';
import { ObjectRow, cellsOfRow, rowOfCells } from '../../../domain/registers/object-row';
import { keepUpload } from '../../../services/files/keep-upload';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { csvFile } from '../../../services/registers/import-report';
import { readTable } from '../../../services/registers/read-table';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { defaultLanguage } from '../../views/language';
import { editPage } from './edit-page';

/** A town has nine digits; whole counties have six. */
const townDigits = 9;

/**
 * One firm, typed: it becomes a file of one row, goes through the check of a file with every finding and question, and is
 * taken by the same confirmation.
 */
export function objectNewPage(world: AppWorld): Router {
  const { t } = world.views.in(defaultLanguage).texts;
  return editPage(world, {
    list: 'objects',
    path: 'objectNew',
    act: 'object.load',
    schema: ObjectRow,
    texts: 'registers:object.one',
    async find(req, person, actor) {
      const divisions = await divisionOptions(world.dataSource);
      const from = typeof req.query['from'] === 'string' ? req.query['from'] : undefined;
      const typed = from && (await findUpload(world.dataSource, person.account, from, world.now()));
      const [row] = typed ? readTable(typed.content, objectColumns).records : [];
      return {
        owners: [actor.department],
        values: row ? rowOfCells(row.cells) : { status: 'active' },
        options: {
          divisions: divisions
            .filter(({ code }) => code.length === townDigits)
            .map(({ name }) => ({ value: name, text: name })),
        },
        async save(data, { actor: by, at }) {
          const upload = await keepUpload(world.dataSource, {
            name: `${t('files:objects.one')}-${data.objectName}.csv`,
            content: Buffer.from(csvFile([objectColumns, cellsOfRow(data)])),
            account: by.account,
            at,
          });
          return pathTo('objectsUpload', { upload });
        },
      };
    },
  });
}
