import type { ObjectFacts } from '../../../services/queries/cases/visit-view';
import type { FactsContext, Row } from '../facts';

/** What the register says of the firm now: whether it is still in business there, and whether platforms take records about it. */
export function registerRow({ t }: Pick<FactsContext, 't'>, object: ObjectFacts | undefined): Row[] {
  if (!object) return [];
  const tag = {
    text: t(`registers:values.status.${object.status}`),
    status: object.status === 'active' ? 'active' : 'attention',
  };
  const state = { key: { text: t('pages:visit.status') }, value: { tag } };
  if (object.uscc) return [state];
  return [state, { key: { text: t('registers:object.uscc') }, value: { text: t('registers:object.notReportable') } }];
}
