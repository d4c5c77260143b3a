import type { DataSource } from 'typeorm';
import { viewFor, type CaseForReader } from '../../../domain/permissions/view-for';
import type { CaseState } from '../../../domain/process';
import { processOf } from '../../../domain/processes';
import { findState } from './find-state';
import type { Reader } from './may-read-case';

/** A case as this reader may see it; nothing for one that is not there or not this reader's to see. */
export async function caseFor(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
): Promise<CaseForReader<CaseState> | undefined> {
  const state = await findState(dataSource, caseId);
  return state && viewFor(processOf(caseId), state, reader);
}
