import { codeDoubts } from '../../../domain/code-doubts';
import { nearCodes } from '../../../services/queries/public/near-codes';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';

/** What is said to a search that found nothing: what is odd about a code, what comes near it, and what nothing means. */
export async function nothingFound(world: AppWorld, q: string) {
  const { t, marks } = world.views.texts;
  const doubts = codeDoubts(q);
  const near = doubts ? await nearCodes(world.dataSource, doubts.code) : [];
  return {
    title: t('public:nothingFound', { text: q }),
    lines: [
      ...(doubts?.length ? [t('public:code.length', { count: doubts.length })] : []),
      ...(doubts?.letters ? [t('public:code.letters', { letters: doubts.letters.join(marks.list) })] : []),
      ...(doubts?.check ? [t('public:code.check')] : []),
      ...(near.length > 0 ? [] : [t('public:searchHint')]),
      t('public:nothingMeans'),
    ],
    near: near.length > 0 && {
      title: t('public:code.near'),
      links: near.map(({ code, name }) => ({ text: `${code} ${name}`, href: pathTo('publicResults', { q: code }) })),
    },
  };
}
