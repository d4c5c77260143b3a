import type { Act } from './act';
import type { Actor, Capacity } from './actor';
import type { Term } from './calendar/term';
import type { CaseStates } from './case-states';
import type { Reader } from './permissions/reader';

export type CaseKind = keyof CaseStates;

/** How a unit stands to a case. */
export type Relation =
  'any' | 'lead' | 'participant' | 'office' | 'inspecting' | 'assigned' | 'addressee' | 'sender' | 'clock';

/** The parts that every case's state has. */
export interface CaseState {
  id: string;
  number: string;
  stage: string;
  /** When the present stage began; UTC. */
  since: string;
}

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
  /** Year whose calendar is missing, where the term cannot be counted yet. */
  pendingYear?: number;
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
  stages: readonly S['stage'][];
  closedStages: readonly S['stage'][];
  acts: readonly Act<S>[];
  relations(state: S | undefined, actor: Actor): Relation[];
  waiting(state: S): Waiting[];
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
