import type { CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { dueCell, dueText } from './due-cell';

type Party = CaseLine['waiting'][number];
type Days = Record<string, number | undefined>;
interface NamedWorld {
  views: { texts: Pick<AppWorld['views']['texts'], 't'> };
}

/** Every day on which one of the parties is due. */
export const daysOf = (lines: readonly CaseLine[]): string[] =>
  lines.flatMap((line) => line.waiting.flatMap((party) => party.due ?? []));

/** Whom a case waits for as a list shows it: of the unit that was asked for first, the late one first, each with its own term. */
export function waitingOf(line: CaseLine, asked?: string): Party[] {
  const seen = new Set<string>();
  const parties = line.waiting.filter(({ department, capacity }) => {
    const who = `${department} ${capacity}`;
    return !seen.has(who) && seen.add(who);
  });
  return asked === undefined
    ? parties
    : [
        ...parties.filter(({ department }) => department === asked),
        ...parties.filter(({ department }) => department !== asked),
      ];
}

const whoWords = ({ views: { texts } }: NamedWorld, units: Record<string, string>, party: Party): string =>
  `${units[party.department] ?? party.department} ${texts.t(`cases:capacities.${party.capacity}`)}`;

/** A party with the words of its own term. */
export function partyWords(
  { views: { texts } }: AppWorld,
  units: Record<string, string>,
  party: Party,
  days: Days,
): string {
  const who = whoWords({ views: { texts } }, units, party);
  const term = dueText(texts, party.due, party.pendingYear, days);
  return term === '' ? who : texts.t('pages:home.party', { who, term });
}

/**
 * Whom a case waits for and until when, as two cells of a table: each party in a line with its own term, but for one that is
 * alone, whose term the second cell has.
 */
export function waitingCells(
  world: AppWorld,
  units: Record<string, string>,
  line: CaseLine,
  days: Days,
  asked?: string,
) {
  const parties = waitingOf(line, asked);
  const [first] = parties;
  return [
    { lines: linesOf(world, units, parties, days) },
    dueCell(world, first?.due ?? null, first?.pendingYear ?? null, days),
  ];
}

/** Parties that a row of a list names; a check waits for many at once. */
const named = 3;

function linesOf(world: AppWorld, units: Record<string, string>, parties: readonly Party[], days: Days): string[] {
  const lines = parties
    .slice(0, named)
    .map((party) => (parties.length === 1 ? whoWords(world, units, party) : partyWords(world, units, party, days)));
  const more = parties.length - lines.length;
  return more > 0 ? [...lines, world.views.texts.t('pages:home.morePartiesWait', { count: more })] : lines;
}
