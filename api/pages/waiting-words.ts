import type { CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { dueText } from './due-cell';

type Party = CaseLine['waiting'][number];

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

/** A party with the words of its own term. */
export function partyWords(
  { views: { texts } }: AppWorld,
  units: Record<string, string>,
  party: Party,
  days: Record<string, number | undefined>,
): string {
  const who = `${units[party.department] ?? party.department} ${texts.t(`cases:capacities.${party.capacity}`)}`;
  const term = dueText(texts, party.due, party.pendingYear, days);
  return term === '' ? who : texts.t('pages:home.party', { who, term });
}
