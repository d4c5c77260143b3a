import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { readStoredHistories } from './stored-histories';

/** Values of each upsert of a recorded run, in order. */
function upserts(name: string): Record<string, string>[] {
  const stored = readStoredHistories().find((history) => history.name === name);
  return (historyFromJSON(stored?.history).events ?? []).flatMap(
    ({ upsertWorkflowSearchAttributesEventAttributes: upsert }) => {
      const fields = Object.entries(upsert?.searchAttributes?.indexedFields ?? {});
      return fields.length > 0
        ? [Object.fromEntries(fields.map(([key, { data }]) => [key, Buffer.from(data ?? []).toString()]))]
        : [];
    },
  );
}

/** Upserted values that the engine's lists held already. */
function repeated(name: string): string[] {
  const shown = new Map<string, string>();
  return upserts(name).flatMap((values) =>
    Object.entries(values).flatMap(([key, value]) => {
      const same = shown.get(key) === value;
      shown.set(key, value);
      return same ? [key] : [];
    }),
  );
}

// Today's code takes the same steps as the recorded runs: what holds of them holds of it.
test('a case writes into the engine’s lists what changed there, and nothing else', () =>
  expect(repeated('officialCase-visit')).toEqual([]));

test('the lists follow every stage of the case up to its end', () => {
  const stages = upserts('officialCase-visit').flatMap(({ CaseStage }) => CaseStage ?? []);
  expect(stages).toEqual(['"awaitingDate"', '"scheduled"', '"noticed"', '"closed"']);
});
