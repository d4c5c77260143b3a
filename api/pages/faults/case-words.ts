import { beyondPlaces } from '../../../domain/beyond-places';
import { kindOf } from '../../../domain/processes';
import type { Texts } from '../../views/texts';

/** A case by its number and kind alone, for those who read no case; an opening that was never judged has neither. */
export function caseWords({ t }: Texts, caseId: string): { text: string; hint?: string } {
  const kind = kindOf(caseId);
  if (kind) return { text: caseId.slice(kind.length + 1), hint: t(`cases:kinds.${kind}`) };
  if (caseId === beyondPlaces) return { text: t('faults:strays.beyond') };
  return { text: caseId.startsWith('opening/') ? t('faults:opening') : caseId };
}
