import type { Router } from 'express';
import { inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { InspectorRow, cellsOfOfficer, officerOfCells } from '../../../domain/registers/inspector-row';
import { reachOf } from '../../../domain/registers/permissions';
import { keepUpload } from '../../../services/files/keep-upload';
import { inspectingUnits } from '../../../services/queries/people/inspecting-units';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { csvFile } from '../../../services/registers/import-report';
import { readTable } from '../../../services/registers/read-table';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { defaultLanguage } from '../../views/language';
import { editPage } from './edit-page';
import { qualificationChoices } from './qualification-choices';

const act = 'inspector.load';
/** A town has nine digits; whole counties have six. */
const townDigits = 9;

/**
 * One officer, typed: it becomes a file of one row, goes through the check of a file with every finding and question, and is
 * taken by the same confirmation.
 */
export function inspectorNewPage(world: AppWorld): Router {
  const { t } = world.views.in(defaultLanguage).texts;
  return editPage(world, {
    list: 'inspectors',
    path: 'inspectorNew',
    act,
    schema: InspectorRow,
    texts: 'registers:inspector.one',
    async find(req, person, actor) {
      const [units, divisions] = await Promise.all([
        inspectingUnits(world.dataSource, reachOf(act, actor.capacity) === 'own' ? actor.department : undefined),
        divisionOptions(world.dataSource),
      ]);
      const from = typeof req.query['from'] === 'string' ? req.query['from'] : undefined;
      const typed = from && (await findUpload(world.dataSource, person.account, from, world.now()));
      const [row] = typed ? readTable(typed.content, inspectorColumns).records : [];
      const values = row ? officerOfCells(row.cells) : { officerUnit: units.length === 1 ? units[0] : undefined };
      return {
        owners: [actor.department],
        values,
        options: {
          units: units.map((name) => ({ value: name, text: name })),
          towns: divisions
            .filter(({ code }) => code.length === townDigits)
            .map(({ name }) => ({ value: name, text: name })),
          qualifications: await qualificationChoices(world, (values['qualifications'] as string[] | undefined) ?? []),
        },
        async save(data, { actor: by, at }) {
          const upload = await keepUpload(world.dataSource, {
            name: `${t('files:inspectors.one')}-${data.staffNo}.csv`,
            content: Buffer.from(csvFile([inspectorColumns, cellsOfOfficer(data)])),
            account: by.account,
            at,
          });
          return pathTo('inspectorsUpload', { upload });
        },
      };
    },
  });
}
