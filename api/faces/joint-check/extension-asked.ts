import type { JointCheckState } from '../../../domain/joint-check/state';
import { formatDate } from '../../views/format';
import { row, type FactsContext, type Row } from '../facts';

/** 延期 that the lead asks for, until the office's director has decided. */
export function extensionAsked({ t }: Pick<FactsContext, 't'>, { proposedExtension }: JointCheckState): Row[] {
  return row(
    t('pages:check.extensionAsked'),
    proposedExtension &&
      t('pages:check.extensionAskedValue', { to: formatDate(proposedExtension.to), reason: proposedExtension.reason }),
  );
}
