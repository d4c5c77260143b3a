import { unitNames } from '../../../services/queries/people/unit-names';
import { claimsOn } from '../../../services/queries/cases/claims-on';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { waitingInParts, type PartWaiting } from '../../../services/queries/cases/waiting-in-parts';
import { daysUntil } from '../../../services/queries/registers/days-until';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { caseAddress, pathTo } from '../../paths';
import type { Person } from '../../person';
import { claimForm } from '../claims/claim-form';
import { taskName } from '../task-name';

type Party = CaseView['waiting'][number] & { part?: PartWaiting };

/** As many stand on a phone where none of them is of the reader's own unit. */
const onPhone = 2;

/**
 * Whom a case waits for, itself and in its parts, each with its own term; whose term ends first comes first. On a phone
 * stands what the reader's own unit is waited for; the others are `aside`.
 */
export async function waitingParties(world: AppWorld, person: Person, view: CaseView, csrfToken: string | undefined) {
  const { t } = world.views.texts;
  const inParts = faces[view.kind].goesOn === 'inParts' ? await waitingInParts(world.dataSource, person, view.id) : [];
  const parties = inOrder(view.waiting, inParts);
  const [claims, units, days] = await Promise.all([
    claimsOn(world.dataSource, view.id, person.department),
    unitNames(world.dataSource),
    daysUntil(
      world.dataSource,
      parties.flatMap((party) => party.due ?? []),
      world.now(),
    ),
  ]);
  const isOwn = ({ department }: Party) => department === person.department;
  const shown = parties.some(isOwn) ? parties.filter(isOwn) : parties.slice(0, onPhone);
  return parties.map((party) => ({
    aside: parties.length > shown.length + 1 && !shown.includes(party),
    unit: units[party.department] ?? party.department,
    role: t(`cases:capacities.${party.capacity}`),
    what: taskName(world.views.texts, party),
    ...claimOf(party),
    where: party.part && {
      text: t(`pages:case.waitsIn.${party.part.kind}`, { count: party.part.parts }),
      href: partAddress(view, party.part),
    },
    since: party.since,
    due: party.due,
    days: party.due ? days[party.due] : undefined,
    pendingYear: party.pendingYear,
  }));

  /** Whose name of one's own unit is on it, and whose was before; the press is for whoever could do the task. */
  function claimOf({ act, department, capacity, part }: Party) {
    if (part || department !== person.department) return {};
    const claim = claims.find((one) => one.act === act);
    const mayClaim = (person.capacities as readonly string[]).includes(capacity);
    const own = claim?.account === person.account;
    return {
      person: claim?.name ? t('pages:claims.by', { names: claim.name }) : undefined,
      before: claim && claim.before.length > 0 ? t('pages:claims.before', { names: claim.before }) : undefined,
      claim: mayClaim
        ? claimForm(world, csrfToken, { act, caseId: view.id, about: view.title, claimed: Boolean(claim?.name), own })
        : undefined,
    };
  }
}

function inOrder(own: Party[], inParts: PartWaiting[]): Party[] {
  const never = '9999';
  return [...own, ...inParts.map((part) => ({ ...part, part }))].sort((one, other) =>
    (one.due ?? never) < (other.due ?? never) ? -1 : (one.due ?? never) > (other.due ?? never) ? 1 : 0,
  );
}

/** Parts that are looked through apart are found in the list of just these waits, each other one on its own page. */
function partAddress({ number }: CaseView, { kind, id, act, department, returned }: PartWaiting): string {
  if (!faces[kind].listAddress) return caseAddress(id);
  return pathTo('waits', { check: number, act, department, standing: returned ? 'returned' : 'notReturned' });
}
