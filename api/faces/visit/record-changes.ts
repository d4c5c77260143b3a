import type { RecordChange } from '../facts';

/** What a version of a record says otherwise than the one before it, in its order; what it no longer says comes last. */
export function recordChanges(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): RecordChange[] {
  const labels = [...new Set([...now.keys(), ...before.keys()])];
  return labels.flatMap((label) => {
    const [was = '', is = ''] = [before.get(label), now.get(label)];
    return was === is ? [] : [{ label, was, is }];
  });
}
