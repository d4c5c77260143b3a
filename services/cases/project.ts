import type { EntityManager } from 'typeorm';
import { kindOf } from '../../domain/processes';
import type { ReferralState } from '../../domain/referral/state';
import type { VisitState } from '../../domain/visit/state';
import { projectReferral } from './project-referral';
import { projectVisit } from './project-visit';
import type { ActToRecord } from './record-act';

/** Brings the rows that lists and counts read in line with a case's new state; made from the state, not from the act. */
export async function project(manager: EntityManager, record: ActToRecord): Promise<void> {
  const kind = kindOf(record.caseId);
  if (kind === 'visit') await projectVisit(manager, record.next as VisitState, record);
  if (kind === 'referral') await projectReferral(manager, record.next as ReferralState);
  if (record.attachments?.length) await bindFiles(manager, record);
}

/** Files named by an act belong to its case from then on. */
async function bindFiles(manager: EntityManager, record: ActToRecord): Promise<void> {
  const ids = (record.input['attachments'] ?? (record.input['form'] as Record<string, unknown> | undefined)?.['attachments']) as string[] | undefined;
  if (!ids?.length) return;
  await manager.query('UPDATE stored_file SET case_id = $1 WHERE id = ANY($2::uuid[]) AND case_id IS NULL', [record.caseId, ids]);
}
