import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import { filesOf, viewFor, type ActSaid } from '../../../domain/permissions/view-for';
import type { CaseState } from '../../../domain/process';
import { processOf } from '../../../domain/processes';
import { filesById, type FileFacts } from './files-by-id';
import type { Reader } from './may-read-case';
import { partsFor } from './parts-for';
import { said } from './said';

export interface CaseAttachment extends FileFacts {
  act: string;
  department: string;
  at: Date;
}

/** Files that were attached to acts of a case and of its parts and that this reader may have, oldest first. */
export async function caseAttachments(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
): Promise<CaseAttachment[]> {
  const entries = await rowsOf<ActSaid & { at: Date; state: CaseState }>(
    dataSource,
    sql`SELECT a.act, a.department, a.at, ${said} AS detail, c.state FROM acts a JOIN official_case c ON c.id = a.subject_id
     WHERE a.detail IS NOT NULL AND (c.id = ${caseId} OR ${partsFor(reader, caseId)}) ORDER BY a.at, a.id`,
  );
  const first = new Map<string, (typeof entries)[number]>();
  for (const entry of entries.filter((candidate) => filesOf(candidate).length > 0)) {
    const view = viewFor(processOf(entry.state.id), entry.state, reader);
    for (const id of filesOf(entry)) if (!first.has(id) && view?.mayHave(id, [entry])) first.set(id, entry);
  }
  const files = await filesById(dataSource, [...first.keys()]);
  return files
    .flatMap((file) => {
      const entry = first.get(file.id);
      return entry ? [{ ...file, act: entry.act, department: entry.department, at: entry.at }] : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime() || (one.name < other.name ? -1 : 1));
}
