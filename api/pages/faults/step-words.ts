import { stepKindOf } from '../../../domain/step-kind';
import type { Texts } from '../../views/texts';

/** A step in words: the act, the effect, or what kind of step it is where it has no name of its own. */
export function stepWords({ t, has }: Texts, { step, key }: { step: string; key: string }): string {
  if (has(`acts:${step}.name`)) return t(`acts:${step}.name`);
  if (has(`faults:steps.${step}`)) return t(`faults:steps.${step}`);
  return t(`faults:steps.${stepKindOf(key)}`);
}
