import type { EntityManager } from 'typeorm';
import { kindOf } from '../../domain/processes';
import { Refusal } from '../../domain/refusal';
import type { ReferralState } from '../../domain/referral/state';
import type { VisitState } from '../../domain/visit/state';
import { projectReferral } from './project-referral';
import { projectVisit } from './project-visit';
import type { RecordedAct } from './recorded-act';

/** Brings the rows that lists and counts read in line with a case's new state; made from the state, not from the act. */
export async function project(manager: EntityManager, record: RecordedAct): Promise<void> {
  const kind = kindOf(record.caseId);
  if (kind === 'visit') await projectVisit(manager, record.next as VisitState, record);
  if (kind === 'referral') await projectReferral(manager, record.next as ReferralState);
  if (record.attachments?.length) await bindFiles(manager, record);
}

/**
 * Files named by an act belong to its case from then on; one that belongs to another case stays there, too.
 * @throws Refusal FILE_UNKNOWN where one is gone since the act was judged
 */
async function bindFiles(manager: EntityManager, record: RecordedAct): Promise<void> {
  const ids = (record.input['attachments'] ??
    (record.input['form'] as Record<string, unknown> | undefined)?.['attachments']) as string[] | undefined;
  if (!ids?.length) return;
  const [, found]: [unknown[], number] = await manager.query(
    'UPDATE stored_file SET case_id = COALESCE(case_id, $1) WHERE id = ANY($2::uuid[])',
    [record.caseId, ids],
  );
  if (found < new Set(ids).size) throw new Refusal('FILE_UNKNOWN', { field: 'attachments' });
}
