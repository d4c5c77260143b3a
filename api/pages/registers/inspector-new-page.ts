import type { Router } from 'express';
import { inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { InspectorRow, cellsOfOfficer, officerOfCells } from '../../../domain/registers/inspector-row';
import { reachOf } from '../../../domain/registers/permissions';
import { inspectingUnits } from '../../../services/queries/people/inspecting-units';
import { townOptions } from '../../../services/queries/registers/scope-options';
import type { AppWorld } from '../../app-world';
import { oneRowPage } from './one-row-page';
import { qualificationChoices } from './qualification-choices';

const act = 'inspector.load';

/** One officer by a form. */
export function inspectorNewPage(world: AppWorld): Router {
  return oneRowPage(world, {
    list: 'inspectors',
    path: 'inspectorNew',
    act,
    schema: InspectorRow,
    texts: 'registers:inspector.one',
    columns: inspectorColumns,
    cellsOf: cellsOfOfficer,
    valuesOf: officerOfCells,
    nameOf: ({ staffNo }) => staffNo,
    async begin(actor, typed) {
      const own = reachOf(act, actor.capacity) === 'own' ? actor.department : undefined;
      const [units, towns] = await Promise.all([inspectingUnits(world.dataSource, own), townOptions(world.dataSource)]);
      const held = (typed?.['qualifications'] as string[] | undefined) ?? [];
      return {
        values: typed ?? { officerUnit: units.length === 1 ? units[0] : undefined },
        options: {
          units: units.map((name) => ({ value: name, text: name })),
          towns: towns.map(({ name }) => ({ value: name, text: name })),
          qualifications: await qualificationChoices(world, held),
        },
      };
    },
  });
}
