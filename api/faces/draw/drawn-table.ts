import { isStratumKey } from '../../../domain/joint-check/scheme';
import type { DrawState } from '../../../domain/draw/state';
import { drawnFirms } from '../../../services/queries/cases/drawn-firms';
import { officersOf } from '../../../services/queries/cases/visit-view';
import { caseAddress, pathTo } from '../../paths';
import { stratumWords } from '../../views/stratum-words';
import type { FactsContext, Link, Table } from '../facts';

const shownAtMost = 50;

/** Who was drawn: firm, class, officers by department; as far as the reader may see the visits, and nothing before there are any. */
export async function drawnTable(
  { world, person, units, t }: FactsContext,
  { check, checkNumber, number, lead, participants }: DrawState,
): Promise<{ table: Table; rest?: Link } | undefined> {
  const { marks } = world.views.texts;
  const { rows, total } = await drawnFirms(world.dataSource, person, { check, batch: number, atMost: shownAtMost });
  if (rows.length === 0) return undefined;
  const ids = rows.flatMap(({ results }) => Object.values(results).flatMap((result) => result.officers));
  const officers = new Map((await officersOf(world.dataSource, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  const departments = [lead, ...participants].filter((unit) => rows.some(({ results }) => results[unit]));
  return {
    table: {
      id: 'drawn',
      caption: t('pages:draw.drawnFirms'),
      captionHidden: true,
      stacked: true,
      columns: [
        { text: t('pages:visit.object') },
        { text: t('pages:check.risk') },
        ...departments.map((unit) => ({ text: units[unit] ?? unit })),
      ],
      rows: rows.map(({ visit, object, stratum, results }) => ({
        cells: [
          { text: object, href: caseAddress(visit) },
          { text: stratum && isStratumKey(stratum) ? stratumWords(t, stratum.replace(/^general:/, '')) : '—' },
          ...departments.map((unit) => ({
            text: (results[unit]?.officers ?? []).map((id) => officers.get(id) ?? '').join(marks.list),
          })),
        ],
      })),
    },
    ...(total > rows.length && {
      rest: {
        text: t('pages:draw.drawnRest', { shown: rows.length, total }),
        href: pathTo('visitsOfCheck', { number: checkNumber }),
      },
    }),
  };
}
