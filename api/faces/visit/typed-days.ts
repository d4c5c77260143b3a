import { isDay } from '../../../domain/calendar/iso-day';
import { inspecting } from '../../../domain/visit/inspecting';
import { bookedOn } from '../../../services/queries/cases/many-visits';
import type { ManyCase } from '../../../services/queries/cases/many-cases';
import type { FactsContext } from '../facts';
import { dayWords } from './day-words';

type Visit = Pick<ManyCase<'visit'>, 'id' | 'number' | 'state' | 'object'>;

/**
 * What is to be thought of with the days that a person has filled in, by number of the visit: a day of rest, and officers
 * who have another firm on it, whether that is set already or filled in beside it.
 */
export async function typedDays(
  context: Pick<FactsContext, 't' | 'world'>,
  visits: readonly Visit[],
  typed: Readonly<Record<string, Record<string, unknown>>>,
): Promise<Record<string, string[]>> {
  const { formatDate } = context.world.views.texts;
  const { t, world } = context;
  const dated = visits.flatMap((visit) => {
    const date = typed[visit.number]?.['date'];
    return typeof date === 'string' && isDay(date) ? [{ visit, date, officers: officersOf(visit) }] : [];
  });
  if (dated.length === 0) return {};
  const [said, set] = await Promise.all([
    dayWords(context),
    bookedOn(
      world.dataSource,
      [...new Set(dated.flatMap(({ officers }) => officers))],
      [...new Set(dated.map(({ date }) => date))],
    ),
  ]);
  const retyped = new Set(dated.map(({ visit }) => visit.id));
  return Object.fromEntries(
    dated.map(({ visit, date, officers }) => {
      const elsewhere = set.filter(
        (one) => one.day === date && !retyped.has(one.visit) && officers.includes(one.officer),
      );
      const beside = dated.filter(
        (other) =>
          other.date === date && other.visit.id !== visit.id && other.officers.some((id) => officers.includes(id)),
      );
      const words = said(date);
      return [
        visit.number,
        [
          ...(words === formatDate(date) ? [] : [words]),
          ...[...new Set(elsewhere.map(({ name }) => name))].map((name) =>
            t('pages:many.booked', { name, count: elsewhere.filter((one) => one.name === name).length }),
          ),
          ...(beside.length > 0
            ? [t('pages:many.sameDay', { object: nameOf(beside[0]?.visit), count: beside.length })]
            : []),
        ],
      ];
    }),
  );
}

const nameOf = (visit: Visit | undefined) => visit?.object ?? visit?.number ?? '';

function officersOf({ state }: Visit): string[] {
  return inspecting(state).flatMap(([, { officers }]) => officers);
}
