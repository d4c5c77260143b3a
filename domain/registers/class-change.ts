import { reason as Reason } from '../fields';
import { Refusal } from '../refusal';
import type { ObjectEdit } from './object-edit';

/**
 * The class comes from the province with a load. Whoever changes it by hand changes how often a firm is drawn, and says why;
 * the draws of the next days show it.
 * @throws Refusal REASON_NEEDED
 */
export function requireClassReason(was: string | null, { riskClass }: ObjectEdit, reason: string | undefined): void {
  if (riskClass === undefined || riskClass === was) return;
  if (!Reason.safeParse(reason).success) throw new Refusal('REASON_NEEDED');
}
