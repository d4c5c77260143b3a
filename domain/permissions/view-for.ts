import { findAct } from '../processes';
import { filesNamed } from '../file-fields';
import { upgraded, type CaseState, type Process } from '../process';
import { readsCases, seesAll, type Reader } from './reader';

/** What a record tells of an act. */
export interface ActSaid {
  act: string;
  department: string;
  detail: Record<string, unknown> | null;
}

/** A case as one reader may see it. */
export interface CaseForReader<S> {
  /** The state without what is not the reader's. */
  state: S;
  /** Whether the reader may have a file of the case, named by these acts of it. */
  mayHave(file: string, acts: readonly ActSaid[]): boolean;
  /** Whether the reader may have something that the case keeps beside its acts' files. */
  mayTake(name: string): boolean;
}

/**
 * The one rule of who reads what of a case: pages, the programming interface, lists, timelines, files and papers ask it.
 * @param stored the state as it was recorded, in whatever version
 * @returns nothing for whoever may not read the case at all
 */
export function viewFor<S extends CaseState>(
  process: Process<S>,
  stored: S,
  reader: Reader,
): CaseForReader<S> | undefined {
  if (!readsCases(reader)) return undefined;
  const state = upgraded(process, stored);
  if (!seesAll(reader) && !process.readers(state).includes(reader.department)) return undefined;
  const { secretOf } = process;
  return {
    state: process.seenBy(state, reader),
    mayHave(file, acts) {
      if (secretOf.words.length === 0 || secretOf.opened(state).includes(file)) return true;
      return acts.some((said) => filesOf(said).includes(file) && hearsWords(said, reader));
    },
    mayTake: (name) => !secretOf.kept(state, reader).includes(name),
  };
}

/** Ids of the files that came with an act. */
export function filesOf({ act, detail }: Pick<ActSaid, 'act' | 'detail'>): string[] {
  const found = findAct(act);
  return found ? filesNamed(found.act.input, detail) : [];
}

/** Whether the reader may read what was said with an act, and not only that it was done. */
export function hearsWords({ act, department }: Pick<ActSaid, 'act' | 'department'>, reader: Reader): boolean {
  return department === reader.department || !findAct(act)?.process.secretOf.words.includes(act);
}
