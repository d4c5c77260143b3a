import type { PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { resultMeaning, resultWords } from './result-words';

type Facts = Pick<
  PublishedResult,
  | 'uscc'
  | 'registrationNo'
  | 'authority'
  | 'check'
  | 'checkNumber'
  | 'items'
  | 'itemNames'
  | 'itemVersions'
  | 'state'
  | 'code'
  | 'completedOn'
>;

interface Value {
  text?: string;
  links?: { text: string; href: string }[];
  href?: string;
}

/** One line of a public record. */
export const publicRow = ({ views }: Pick<AppWorld, 'views'>, key: string, value: Value) => ({
  key: { text: views.texts.t(key) },
  value,
});

/** What the public reads of a result; the page of a result that is still to be published shows the same beforehand. */
export function publicRows(world: Pick<AppWorld, 'views'>, row: Facts) {
  const line = (key: string, value: Value) => publicRow(world, key, value);
  const items = row.items.map((code, index) => ({
    text: row.itemNames[index] ?? code,
    href: pathTo('publicItem', { code, version: row.itemVersions?.[index] }),
  }));
  return [
    line('pages:visit.uscc', { text: row.uscc ?? world.views.texts.t('pages:visit.none') }),
    ...(row.registrationNo ? [line('public:registrationNo', { text: row.registrationNo })] : []),
    line('public:authority', { text: row.authority }),
    line('public:check', { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) }),
    ...(items.length > 0 ? [line('pages:check.items', { links: items })] : []),
    line('pages:visit.result', { text: resultWords(world, row) }),
    line('public:means', { text: resultMeaning(world, row) }),
    line('pages:queue.completedOn', { text: world.views.texts.formatDate(row.completedOn) }),
  ];
}
