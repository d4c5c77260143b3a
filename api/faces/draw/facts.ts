import { draw } from '../../../domain/draw/process';
import { bundleName } from '../../../domain/draw/state';
import { viewFor } from '../../../domain/permissions/view-for';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { visitedTwice } from '../../../services/queries/cases/visited-twice';
import { caseAddress, pathTo } from '../../paths';
import { row, type CaseFacts, type FactsContext } from '../facts';

/** What was frozen, what was drawn, and how far it can be proved. */
export async function drawFacts(
  { t, units, person, world }: FactsContext,
  { state }: CaseOf<'draw'>,
): Promise<CaseFacts> {
  const pool = state.pool;
  const twice = state.drawnBy ? await visitedTwice(world.dataSource, state.number) : [];
  const bundle = state.prkHash && viewFor(draw, state, person)?.mayTake(bundleName);
  const excluded = Object.entries(pool?.excluded ?? {}).map(([reason, count]) =>
    t('pages:draw.excludedRows', { reason: t(`cases:exclusions.${reason}`), count }),
  );
  return {
    rows: [
      ...row(t('pages:check.lead'), units[state.lead]),
      ...row(t('pages:draw.pool'), pool && String(pool.objects)),
      ...row(t('pages:draw.inspectors'), pool && String(pool.inspectors)),
      ...row(t('pages:draw.recusals'), pool && String(pool.recusals)),
      ...row(t('pages:draw.excluded'), excluded),
      ...row(t('pages:draw.drawSize'), pool && String(pool.drawSize)),
      ...row(t('pages:draw.drawn'), state.drawn === undefined ? undefined : String(state.drawn)),
      ...row(t('pages:draw.objectsRoot'), pool?.roots.objects),
      ...row(t('pages:draw.inspectorsRoot'), pool?.roots.inspectors),
      ...row(t('pages:draw.recusalsRoot'), pool?.roots.recusals),
      ...row(t('pages:draw.paramsHash'), pool?.paramsHash),
      ...row(t('pages:draw.commitmentsHash'), pool?.commitmentsHash),
      ...row(t('pages:draw.prkHash'), state.prkHash),
      ...row(t('pages:draw.resultHash'), state.resultHash),
      ...row(t('pages:draw.verdict'), t('pages:draw.consistentOnly')),
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
    links: [
      ...(pool ? [{ text: t('pages:draw.leftOut'), href: pathTo('leftOut', { number: state.number }) }] : []),
      ...(bundle ? [{ text: t('pages:draw.bundle'), href: pathTo('bundle', { number: state.number }) }] : []),
    ],
  };
}

const numberOf = (id: string) => id.slice(id.indexOf('/') + 1);
