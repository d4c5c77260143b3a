import { refuse, type Refused } from '../act';
import type { FactAnswers } from '../facts';
import type { RecordForm } from './record-form';

/**
 * An item that was abolished on the day of completion or before has no basis any more: what is found of it all the same is
 * told in words, which the reviewer reads. Who says that it was not looked at or does not apply is asked nothing; an item that
 * was only changed since is inspected in the version that the check runs under.
 */
export function abolishedObstacle(
  { completedOn, rows, itemNote }: Pick<RecordForm, 'completedOn' | 'rows' | 'itemNote'>,
  items: FactAnswers['checkItems'],
): Refused | undefined {
  if (itemNote) return undefined;
  const found = rows.filter(({ finding }) => finding === 'inOrder' || finding === 'problem').map(({ item }) => item);
  const abolished = items.filter(
    ({ code, abolishedOn }) => abolishedOn && abolishedOn <= completedOn && found.includes(code),
  );
  const [first] = abolished;
  if (!first) return undefined;
  const codes = abolished.map(({ code }) => code);
  return refuse('ITEMS_ABOLISHED', { field: 'itemNote', items: codes, codes: codes.join('、') });
}
