import { workflowInfo } from '@temporalio/workflow';
import type { Verdict } from '../domain/standing';
import { cases } from './case-activities';

/**
 * An act that opens a case is judged before the case is there; what is refused leaves nothing and uses up no number. Its
 * id ends with the key of the request.
 */
export async function opening(): Promise<Verdict> {
  const { workflowId } = workflowInfo();
  const key = workflowId.slice(workflowId.indexOf('/') + 1);
  const { verdict, standing } = await cases.judgeAct.executeWithOptions({ summary: `judges ${key}` }, [
    { key, takenAt: Date.now() },
  ]);
  if (verdict === 'done' && standing) await cases.startOpened();
  return verdict;
}
