import type { VisitLine } from '../../../services/queries/cases/check-visits';
import type { Texts } from '../../views/texts';

/** The names that stand in a row where more than two go; all of them show on hover, and on the visit's own page. */
const shown = 1;

/** Who goes to a firm, in one line: the first of them, how many they are, and all with their units on hover. */
export function teamCell(
  { t, marks }: Pick<Texts, 't' | 'marks'>,
  team: VisitLine['team'],
  units: Record<string, string>,
): { text: string; title?: string } {
  const names = team.map(({ name }) => name);
  if (names.length <= 2) return { text: names.join(marks.list) };
  return {
    text: t('pages:visits.teamOf', { names: names.slice(0, shown), count: names.length }),
    title: team.map(({ department, name }) => `${units[department] ?? department}\u00A0${name}`).join(marks.list),
  };
}
