import type { DataSource } from 'typeorm';
import { viewFor } from '../../../domain/permissions/view-for';
import type { CaseState, Process } from '../../../domain/process';
import type { Reader } from './may-read-case';

/** The parts of a case that are of one kind, as this reader may see them; for a kind of which a case has few. */
export async function partsOfKind<S extends CaseState>(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  process: Process<S>,
): Promise<S[]> {
  const rows: { state: S }[] = await dataSource.query(
    'SELECT state FROM official_case WHERE parent_id = $1 AND kind = $2 ORDER BY opened_at, id',
    [caseId, process.kind],
  );
  return rows.flatMap(({ state }) => viewFor(process, state, reader)?.state ?? []);
}
