import type { CaseState, Relation } from './case-state';
import type { Act } from './act';
import type { Actor, Capacity } from './actor';
import type { Term } from './calendar/term';
import type { CaseKind } from './case-states';
import type { PutThereBy } from './refusals/put-there-by';
import type { SentBack } from './sent-back';
import type { Reader } from './permissions/reader';

export type { CaseState, Relation } from './case-state';
export type { CaseKind } from './case-states';

/** Whom a case waits for: what act, of which capacity and unit (or one officer), since when and until when. */
export interface Waiting {
  act: string;
  capacity: Capacity;
  department: string;
  /** Register id of the officer waited for, where the act is personal. */
  officer?: string;
  since: string;
  /** Legal day until which it should be done; absent where no term runs. */
  due?: string;
  /** The work came back: a task of its own name, with the reason on top. */
  returned?: boolean;
  /** Year whose calendar is missing, where the term cannot be counted yet. */
  pendingYear?: number;
  /** Legal day before which there is nothing to do yet; absent where it can be done at once. */
  notBefore?: string;
  /** When whoever is waited for was last asked to hurry. */
  remindedAt?: string;
}

/** A step of the clock on a case. */
export interface Telling {
  act: string;
  input: Record<string, unknown>;
  submission: string;
}

/** What became of a message to an outside platform. */
export interface PlatformAnswer {
  key: string;
  state: string;
  receiptNo?: string;
  errorCode?: string;
  error?: string;
}

/** A step that the clock takes when its moment comes, unless an act changes the case before. */
export interface Alarm extends Telling {
  /** The end of a legal day in Asia/Shanghai, or so many days of 24 hours before it. */
  at: { endOf: string; lessDays?: number };
}

/** What of a case is not for everybody who reads it. That an act was done is never kept from them: only what was said with it. */
export interface Secrecy<S> {
  /** Acts whose words, reason and files are the acting unit's own. */
  words: readonly string[];
  /** Files of such acts that everybody who reads the case may have by now. */
  opened(state: S): readonly string[];
  /** Things that a case keeps beside its acts' files and that this reader may not have yet, by name. */
  kept(state: S, reader: Reader): readonly string[];
}

/** How cases of a kind show below the case that they belong to. */
export interface Parts {
  /** Each by itself, or looked through in a list of their own because there may be thousands. */
  listed: 'each' | 'apart';
  /** The same act on many of them is one line of 待办. */
  together: boolean;
}

/** One official process: its stages, its acts, and what can be said of any of its cases from the state alone. */
export interface Process<S extends CaseState = CaseState> {
  kind: CaseKind;
  /** Stands in the numbers of the kind and of no other. */
  letter: string;
  /** Version of the state's form that today's code writes, from 1. */
  version: number;
  /** Gives an older state what it lacks; needed from version 2 on. */
  upgrade?(state: S, from: number): S;
  stages: readonly S['stage'][];
  closedStages: readonly S['stage'][];
  acts: readonly Act<S>[];
  relations(state: S | undefined, actor: Actor): Relation[];
  waiting(state: S): Waiting[];
  /** Who sent back what this act does again, and why; nothing where it is done for the first time. */
  sentBack?(state: S, act: string, department: string): SentBack | undefined;
  /** Which acts of the kind put there what stands in the way of others. */
  putThereBy?: PutThereBy;
  /** What an outside platform's answer to a message of a case has the case told. */
  answered?(message: PlatformAnswer): Telling | undefined;
  /** What the clock does next; nothing where no term runs. */
  next?(state: S): Alarm | undefined;
  departments(state: S): string[];
  /** The case that this one belongs to, where there is one. */
  parent(state: S): string | undefined;
  /** How a case begins: by an act of its own under the next number of its year, or with an act on its parent, whose number it continues. */
  opening: 'byOwnAct' | 'withinParent';
  /** The straight line of stages, as long as nothing goes wrong. */
  line: readonly S['stage'][];
  /** Its own name; the number of a case that has none and is called by its firm or its parent. */
  title(state: S): string;
  /** Register id of the firm that the case is about. */
  subject(state: S): string | undefined;
  /** What tells cases of this kind apart in a list: their sort, and the unit that they go to. */
  listedAs(state: S): { sort?: string; addressee?: string };
  /** Units that may read the case; the office and supervisors read every case. */
  readers(state: S): string[];
  /** The state without what is not this reader's to see. */
  seenBy(state: S, reader: Reader): S;
  secretOf: Secrecy<S>;
  parts: Parts;
  /** Terms in working days that run now, and the act that counts them again when a calendar changes (M30). */
  terms(state: S): { running: Term[]; recountedBy: string } | undefined;
}

/**
 * A stored state in today's form.
 * @throws RangeError for a state that is newer than this code, or that `upgrade` does not know
 */
export function upgraded<S extends CaseState>(process: Process<S>, stored: S): S {
  const from = stored.v ?? 1;
  if (from === process.version) return stored;
  if (from > process.version || !process.upgrade)
    throw new RangeError(`This code does not know version ${from} of the state of a ${process.kind}.`);
  return { ...process.upgrade(stored, from), v: process.version };
}
