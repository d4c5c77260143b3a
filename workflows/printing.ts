import { setCurrentDetails } from '@temporalio/workflow';
import { documents } from './case-activities';

/** Papers that a person asked for, one or a whole batch; the person may leave and come back. */
export async function printing({ key }: { key: string }): Promise<void> {
  setCurrentDetails(`Draws \`${key}\` for the person who asked for it`);
  await documents().issueDocument(key);
}
