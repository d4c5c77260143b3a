import type { DataSource } from 'typeorm';
import type { PathName } from '../../paths';
import { inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { objectColumns } from '../../../domain/registers/check-object-table';
import type { RegisterAct } from '../../../domain/registers/permissions';
import type { ImportCommand, ImportReport } from '../../../services/registers/import-run';
import { loadedWithoutAccount } from '../../../services/queries/people/accounts-awaited';
import { loadedWithoutCode } from '../../../services/queries/registers/without-code';
import { loadInspectors } from '../../../services/registers/load-inspectors';
import { loadObjects } from '../../../services/registers/load-objects';

/** A register that people load from their own file. */
export interface LoadKind {
  register: 'object' | 'inspector';
  pages: 'objects' | 'inspectors';
  act: RegisterAct;
  columns: readonly string[];
  /** The form of one row, where there is one. */
  form?: PathName;
  /** Whether a person may mark all that the file brings with a tag. */
  tagged: boolean;
  /** Whether a file may be the unit's whole list, so that whoever is not in it has left. */
  whole: boolean;
  load(dataSource: DataSource, command: ImportCommand): Promise<ImportReport>;
  /** Names of what a loaded file brought that cannot be used yet, told with the outcome. */
  unready?(dataSource: DataSource, batch: string): Promise<string[]>;
}

export const loadKinds: readonly LoadKind[] = [
  {
    register: 'object',
    pages: 'objects',
    act: 'object.load',
    columns: objectColumns,
    form: 'objectNew',
    tagged: true,
    whole: false,
    load: loadObjects,
    unready: (dataSource, batch) => loadedWithoutCode(dataSource.manager, batch),
  },
  {
    register: 'inspector',
    pages: 'inspectors',
    act: 'inspector.load',
    columns: inspectorColumns,
    form: 'inspectorNew',
    tagged: false,
    whole: true,
    load: loadInspectors,
    unready: async (dataSource, batch) =>
      (await loadedWithoutAccount(dataSource, batch)).map(({ name, staffNo }) => `${name} ${staffNo}`),
  },
];
