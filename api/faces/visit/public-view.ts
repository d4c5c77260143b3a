import { publicationToBe } from '../../../services/queries/cases/publication-to-be';
import type { ManyCase } from '../../../services/queries/cases/many-cases';
import { publicRow, publicRows } from '../../pages/public/result-rows';
import type { FactsContext, Row } from '../facts';

/** The own department's result of a visit as the public will read it, once it is published. */
export async function publicView(
  { world, person, t }: FactsContext,
  { id, state }: ManyCase<'visit'>,
): Promise<{ title: string; rows: Row[] } | undefined> {
  const result = state.results[person.department];
  const facts = await publicationToBe(world.dataSource, { ...state, id }, person.department);
  if (!facts || !result?.code) return undefined;
  const { code, completedOn = '', publicNote } = result;
  const before = result.publishedVersion === undefined ? undefined : publicNote;
  return {
    title: t('pages:many.publicSees'),
    rows: [
      publicRow(world, 'pages:visit.object', { text: facts.objectName }),
      ...publicRows(world, { ...facts, state: 'current', code, completedOn }),
      ...(before ? [publicRow(world, 'public:reason', { text: before })] : []),
    ],
  };
}
