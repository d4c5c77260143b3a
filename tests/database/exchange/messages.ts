import type { Actor } from '../../../domain/actor';
import type { OutboxRequest } from '../../../domain/exchange/message';
import { referral, spotCheck } from '../../domain/exchange/facts';

/** The public result of one visit, complete. */
export function resultMessage(key: string, more: Partial<OutboxRequest> = {}): OutboxRequest {
  return {
    platform: 'public-credit',
    key,
    subjectKind: 'visit',
    subjectId: `visit/${key}`,
    department: 'SCJG',
    payload: { ...spotCheck },
    ...more,
  };
}

/** A referral to joint discipline; without catalogue code it parks. */
export function referralMessage(key: string, record: Record<string, unknown> = {}): OutboxRequest {
  return {
    platform: 'joint-discipline',
    key,
    subjectKind: 'referral',
    subjectId: `referral/${key}`,
    department: 'SCJG',
    payload: { ...referral, ...record },
  };
}

export const handler: Actor = { account: 'handler', capacity: 'departmentHandler', department: 'SCJG' };
