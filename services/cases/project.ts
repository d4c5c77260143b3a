import type { EntityManager } from 'typeorm';
import { fileFields, filesNamed } from '../../domain/file-fields';
import { findAct, processOf } from '../../domain/processes';
import { Refusal } from '../../domain/refusal';
import { books } from '../books';
import type { RecordedAct } from './recorded-act';

/** Brings the rows that lists and counts read in line with a case's new state, and binds the files that the act names. */
export async function project(manager: EntityManager, record: RecordedAct): Promise<void> {
  await books[processOf(record.caseId).kind].project(manager, record.next, record);
  await bindFiles(manager, record);
}

/**
 * Files named by an act belong to its case from then on; one that belongs to another case stays there, too.
 * @throws Refusal FILE_UNKNOWN where one is gone since the act was judged
 */
async function bindFiles(manager: EntityManager, record: RecordedAct): Promise<void> {
  const input = findAct(record.act)?.act.input;
  const ids = input ? filesNamed(input, record.input) : [];
  if (!input || ids.length === 0) return;
  const [, found]: [unknown[], number] = await manager.query(
    'UPDATE stored_file SET case_id = COALESCE(case_id, $1) WHERE id = ANY($2::uuid[])',
    [record.caseId, ids],
  );
  if (found < new Set(ids).size) throw new Refusal('FILE_UNKNOWN', { field: fileFields(input)[0] });
}
