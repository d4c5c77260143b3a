import type { Basis } from '../../../domain/joint-check/state';
import { pathTo } from '../../paths';
import { formatDate } from '../../views/format';
import { row, type FactsContext, type Row } from '../facts';

/** What a decision, an ending or an extension rests on, with the scan of the minutes. */
export function basisRow(
  { t }: Pick<FactsContext, 't'>,
  basis: Basis | undefined,
  name = t('pages:check.basis'),
): Row[] {
  if (basis?.kind !== 'minutes')
    return row(name, basis && t('pages:check.authorisation', { document: basis.document }));
  const words = t('pages:check.minutes', { number: basis.number, date: formatDate(basis.date) });
  return [{ key: { text: name }, value: { text: words, href: pathTo('file', { id: basis.scan }) } }];
}
