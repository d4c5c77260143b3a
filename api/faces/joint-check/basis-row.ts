import type { Basis } from '../../../domain/joint-check/state';
import { pathTo } from '../../paths';
import { row, type FactsContext, type Row } from '../facts';

/** What a decision, an ending or an extension rests on, with the scan of the minutes. */
export function basisRow(
  { world }: Pick<FactsContext, 'world'>,
  basis: Basis | undefined,
  name = world.views.texts.t('pages:check.basis'),
): Row[] {
  const { t, formatDate } = world.views.texts;
  if (basis?.kind !== 'minutes')
    return row(name, basis && t('pages:check.authorisation', { document: basis.document }));
  const words = t('pages:check.minutes', { number: basis.number, date: formatDate(basis.date) });
  return [{ key: { text: name }, value: { text: words, href: pathTo('file', { id: basis.scan }) } }];
}
