import { setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { documents } from './case-activities';

/** Papers that a person asked for, one or a whole batch; the person may leave and come back. Its id names them. */
export async function printing(): Promise<void> {
  setCurrentDetails(`Draws \`${workflowInfo().workflowId}\` for the person who asked for it`);
  await documents().issueDocument();
}
