import { draw } from '../../../domain/draw/process';
import { bundleName } from '../../../domain/draw/state';
import { viewFor } from '../../../domain/permissions/view-for';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { visitedTwice } from '../../../services/queries/cases/visited-twice';
import { caseAddress, pathTo } from '../../paths';
import { row, type CaseFacts, type FactsContext } from '../facts';
import { arrangeLink } from './arrange-link';
import { drawnTable } from './drawn-table';
import { poolBar } from './pool-bar';
import { drawProof } from './proof';

/** Who was drawn of what; then what was frozen, and how it can be proved. */
export async function drawFacts(context: FactsContext, { state }: CaseOf<'draw'>): Promise<CaseFacts> {
  const { t, units, person, world } = context;
  const { pool, number } = state;
  const [twice, drawn, button] = state.drawnBy
    ? await Promise.all([
        visitedTwice(world.dataSource, number),
        drawnTable(context, state),
        arrangeLink(context, state),
      ])
    : [[], undefined, undefined];
  const bundle = state.prkHash && viewFor(draw, state, person)?.mayTake(bundleName);
  return {
    first: pool && {
      caption: t(state.drawnBy ? 'pages:draw.drawnFirms' : 'pages:draw.pool'),
      bar: poolBar(context, number, { ...pool, drawn: state.drawn }),
      ...drawn,
      button,
    },
    proof: drawProof(
      context,
      state,
      bundle ? [{ text: t('pages:draw.bundle'), href: pathTo('bundle', { number }) }] : [],
    ),
    rows: [
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(t('pages:draw.drawSize'), pool && String(pool.drawSize)),
      ...row(t('pages:draw.inspectors'), pool && String(pool.inspectors)),
      ...row(t('pages:draw.recusals'), pool && String(pool.recusals)),
    ],
    tables:
      twice.length > 0
        ? [
            {
              id: 'visited-twice',
              caption: t('pages:draw.visitedTwice'),
              stacked: true,
              columns: ['pages:visit.object', 'pages:draw.otherVisits'].map((key) => ({ text: t(key) })),
              rows: twice.map(({ object, visit, others }) => ({
                cells: [{ text: object, href: caseAddress(visit) }, { lines: others.map(numberOf) }],
              })),
            },
          ]
        : [],
    records: [],
    links: pool
      ? [
          { text: t('pages:draw.pool'), href: pathTo('pool', { number }) },
          { text: t('pages:draw.leftOut'), href: pathTo('leftOut', { number }) },
        ]
      : [],
  };
}

const numberOf = (id: string) => id.slice(id.indexOf('/') + 1);
