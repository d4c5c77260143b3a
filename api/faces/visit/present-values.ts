import type { Act } from '../../../domain/act';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { setDate } from '../../../domain/visit/acts/set-date';
import { formVersions } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import type { Person } from '../../person';
import type { Values } from '../face';

/** What a form starts with, which is nothing that nobody said; a correction, and a record that came back from review, start with the version before them. */
export async function presentValues(
  world: AppWorld,
  { state }: CaseOf<'visit'>,
  act: Act,
  person: Person,
): Promise<Values> {
  if (act.name === setDate.name) return { date: state.date };
  if (act.name !== enterResult.name && act.name !== correctResult.name) return {};
  const version = state.results[person.department]?.version;
  const before = version
    ? (await formVersions(world.dataSource, state.id)).find(
        (form) => form.department === person.department && form.version === version,
      )
    : undefined;
  return before?.form ?? {};
}
