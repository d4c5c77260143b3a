import { processOf } from '../../../domain/processes';
import { changedSince } from '../../../services/queries/cases/changed-since';
import { showCase } from '../../../services/queries/cases/show-case';
import { faces } from '../../faces';
import type { FactsContext } from '../../faces/facts';
import { fieldWords } from '../../forms/value-words';
import type { FoundRow, ManyAct } from './find-many';
import type { SentRow } from './read-many';

/**
 * A row about another version than the one that stands: nothing is said of it any more until it is opened anew, and what was
 * said stays for then.
 */
export function markStale(said: SentRow, version: number): void {
  if (said.version === version) return;
  const { back, reason, values } = said;
  Object.assign(said, {
    since: said.since ?? said.version,
    kept: back || reason !== undefined || Object.keys(values).length > 0 ? { back, reason, values } : undefined,
    version,
    ticked: false,
    back: false,
    reason: undefined,
    values: {},
    opened: false,
  });
}

/** A field of a row that somebody changed while the form was open. */
export interface RowChange {
  label: string;
  was?: string;
  is?: string;
  by: string;
}

/** What changed of a case since the version that the form was about, who changed it and when. */
export async function rowChanges(
  { world, person, units, t }: FactsContext,
  { act }: ManyAct,
  { one, version }: FoundRow,
  since: number,
): Promise<RowChange[]> {
  const { texts } = world.views;
  const view = await showCase(world.dataSource, person, one.id);
  if (!view) return [];
  const [changed, choices] = await Promise.all([
    changedSince(world.dataSource, person, one.id, act, { seen: since, current: version }),
    faces[view.kind].choices({ world, person, units, t }, view),
  ]);
  const words = (field: string) =>
    [act, ...processOf(one.id).acts]
      .map((of) => fieldWords({ act: of.name, schema: of.input, texts, choices }, field))
      .find((found) => found !== undefined);
  return changed.map(({ field, was, is, by, at }) => {
    const found = words(field);
    const say = (value: unknown) =>
      value === undefined || value === null || value === ''
        ? undefined
        : (found?.value(value) ?? (typeof value === 'string' ? value : JSON.stringify(value)));
    return {
      label: `${found?.label ?? field}${texts.marks.colon}`,
      was: say(was),
      is: say(is),
      by: t('conflicts:by', { name: by ?? t('cases:capacities.system'), at: texts.formatDateTime(at) }),
    };
  });
}
