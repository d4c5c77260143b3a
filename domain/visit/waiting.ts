import { waitingTerm } from '../calendar/term';
import type { Waiting } from '../process';
import { publishTermOf } from './publication-term';
import type { ResultState, VisitState } from './state';

/** Whom one department's result waits for; publication and disposition wait apart from each other. */
export function resultWaiting(state: VisitState, department: string, result: ResultState): Waiting[] {
  const { since, publishDue } = result;
  const term = publishTermOf(result) && publishDue ? waitingTerm(publishDue) : {};
  if (result.stage === 'awaitingVisit') {
    const { returned } = result;
    // What the second officer or the writer's own hand sent back is the writer's; after a review both may enter it.
    return (returned?.to ? [returned.to] : result.officers).map((officer) => ({
      act: 'visit.enterResult',
      capacity: 'inspector',
      department,
      officer,
      since,
      ...(result.version > 0 ? term : { due: state.date, notBefore: state.date }),
      ...(returned && { returned: true }),
    }));
  }
  if (result.stage === 'entered') {
    const confirmers = [...result.officers, ...(result.substitute ? [result.substitute.officer] : [])];
    return confirmers
      .filter((officer) => officer !== result.enteredBy)
      .map((officer) => ({ act: 'visit.confirmResult', capacity: 'inspector', department, officer, since, ...term }));
  }
  if (result.stage === 'confirmed')
    return [{ act: 'visit.reviewResult', capacity: 'departmentLeader', department, since, ...term }];

  const waiting: Waiting[] = [];
  if (result.publication === 'awaiting')
    waiting.push({
      act: 'visit.publishResult',
      capacity: 'departmentHandler',
      department,
      // It came back then: until the leader decided, the handler was not waited for.
      since: result.withholdingRefused?.at ?? since,
      ...term,
      ...(result.withholdingRefused && { returned: true }),
    });
  if (result.publication === 'withholdingProposed') {
    waiting.push({ act: 'visit.decideWithholding', capacity: 'departmentLeader', department, since, ...term });
  }
  if (result.disposition === 'open')
    waiting.push({
      act: 'visit.concludeDisposition',
      capacity: 'departmentHandler',
      department,
      since,
      ...(result.dispositionDue && waitingTerm(result.dispositionDue)),
    });
  return waiting;
}
