import type { OutboxRequest } from '../exchange/message';
import type { FactQuestion } from '../facts';
import { onShow, type ResultState, type VisitState } from './state';

/** The platform that holds the county's published results. */
export const disclosurePlatform = 'public-credit';

/** What must be known to send one version of a department's result out, or to take it back. */
export function recordQuestion(state: VisitState, department: string, version: number) {
  return { record: { kind: 'spotCheckRecord', visit: state.id, department, version } } satisfies Record<
    string,
    FactQuestion
  >;
}

/** M16: the public's own record of a result; a corrected version updates what the platform has. */
export function disclose(
  state: VisitState,
  department: string,
  result: ResultState,
  record: Record<string, unknown>,
): OutboxRequest {
  return message(state, department, `${result.version}`, onShow(result) ? 'u' : 'i', record);
}

/** Takes the version on show down, here and on the platform; nothing where none is. */
export function takeDown(
  state: VisitState,
  department: string,
  result: ResultState,
  record: Record<string, unknown>,
): { result: ResultState; outbox: OutboxRequest[] } {
  if (!onShow(result)) return { result, outbox: [] };
  return {
    result: { ...result, withdrawnVersion: result.publishedVersion },
    outbox: [message(state, department, `${result.publishedVersion}/withdrawn`, 'd', record)],
  };
}

function message(
  state: VisitState,
  department: string,
  what: string,
  operation: OutboxRequest['operation'],
  payload: Record<string, unknown>,
): OutboxRequest {
  return {
    platform: disclosurePlatform,
    key: `${state.id}/${department}/${what}`,
    subjectKind: 'visit',
    subjectId: state.id,
    department,
    operation,
    payload,
  };
}
