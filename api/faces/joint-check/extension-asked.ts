import type { JointCheckState } from '../../../domain/joint-check/state';
import { row, type FactsContext, type Row } from '../facts';

/** 延期 that the lead asks for, until the office's director has decided. */
export function extensionAsked({ world }: Pick<FactsContext, 'world'>, { proposedExtension }: JointCheckState): Row[] {
  const { t, formatDate } = world.views.texts;
  return row(
    t('pages:check.extensionAsked'),
    proposedExtension &&
      t('pages:check.extensionAskedValue', { to: formatDate(proposedExtension.to), reason: proposedExtension.reason }),
  );
}
