import type { Act } from '../domain/act';
import { processOf } from '../domain/processes';
import { putThereByAny } from '../domain/refusals/put-there-by';
import type { RefusalCode, RefusalDetails } from '../domain/refusals/refusal-list';
import { changedSince } from '../services/queries/cases/changed-since';
import { whoWasFirst } from '../services/queries/cases/who-was-first';
import type { AppWorld } from './app-world';
import type { Person } from './person';

/**
 * The details of a refusal with what stands behind it: who was first and when, and of an older version what changed since.
 * It is read for this person, who may read the case, and kept nowhere.
 */
export async function toldRefusal(
  world: AppWorld,
  person: Person,
  { act, caseId, seen }: { act: Act; caseId: string; seen?: number },
  { code, details }: { code: RefusalCode; details: RefusalDetails },
): Promise<RefusalDetails> {
  const acts = processOf(caseId).putThereBy?.[code] ?? putThereByAny[code];
  if (!acts) return details;
  const { current, case: other } = details as { current?: number; case?: string };
  const about = other ?? caseId;
  const own = about === caseId && isOfOwnUnit(act) ? person.department : undefined;
  const [first, changed] = await Promise.all([
    whoWasFirst(world.dataSource, about, acts, own),
    code === 'STALE_VERSION' && current !== undefined && seen !== undefined
      ? changedSince(world.dataSource, person, caseId, act, { seen, current })
      : undefined,
  ]);
  return { ...details, ...(first && { first }), ...(changed && { changed }) };
}

/** Each unit has a result, a letter of its own; what another did with its own stands in nobody's way. */
function isOfOwnUnit({ replaces }: Act): boolean {
  return replaces !== undefined && (replaces.made.in === 'recordForms' || replaces.made.unit === 'own');
}
