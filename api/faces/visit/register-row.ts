import type { ObjectFacts } from '../../../services/queries/cases/visit-view';
import type { FactsContext, Row } from '../facts';

/** What the register says of the firm now: whether it is still in business there. */
export function registerRow({ t }: Pick<FactsContext, 't'>, object: ObjectFacts | undefined): Row[] {
  if (!object) return [];
  const tag = {
    text: t(`registers:values.status.${object.status}`),
    status: object.status === 'active' ? 'active' : 'attention',
  };
  return [{ key: { text: t('pages:visit.status') }, value: { tag } }];
}
