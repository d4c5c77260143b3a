import type { DrawState } from '../../../domain/draw/state';
import { row, type CaseFacts, type FactsContext, type Link } from '../facts';

/** How a draw can be proved: short codes to read aloud and compare, the whole ones and what to do with them behind. */
export function drawProof(
  { t }: FactsContext,
  { pool, prkHash, resultHash }: DrawState,
  links: Link[],
): CaseFacts['proof'] {
  if (!pool) return undefined;
  const codes: [string, string | undefined][] = [
    ['pages:draw.objectsRoot', pool.roots.objects],
    ['pages:draw.inspectorsRoot', pool.roots.inspectors],
    ['pages:draw.recusalsRoot', pool.roots.recusals],
    ['pages:draw.paramsHash', pool.paramsHash],
    ['pages:draw.commitmentsHash', pool.commitmentsHash],
    ['pages:draw.prkHash', prkHash],
    ['pages:draw.resultHash', resultHash],
  ];
  return {
    codes: [
      ...codes.flatMap(([key, code]) => row(t(key), code && shortCode(code))),
      ...row(t('pages:draw.verdict'), t('pages:draw.consistentOnly')),
    ],
    whole: codes.flatMap(([key, code]) => row(t(key), code)),
    steps: ['download', 'program', 'compare'].map((step) => t(`pages:draw.howTo.${step}`)),
    links,
  };
}

/** The first sixteen signs of a code, in groups that can be read aloud. */
export const shortCode = (code: string): string => code.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
