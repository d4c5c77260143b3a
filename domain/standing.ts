/** Where a case stands, as its run and operators need it: no content, no names. */
export interface Standing {
  caseId: string;
  number: string;
  stage: string;
  closed: boolean;
  /** Counts the recorded acts. */
  version: number;
  /** SHA-256 of the canonical state, hex. */
  hash: string;
  /** When the clock's next step is due, in milliseconds; absent where no term runs. */
  alarmAt?: number;
  /** Keys of what is still to be carried out, in order. */
  effects: string[];
  marks: { kind: string; lead?: string; departments: string[]; due?: string };
  /** Events after which a run goes on as a new one, where the worker was told to keep runs short. */
  eventsAtMost?: number;
  /** What the engine's own pages say of the case. */
  note: string;
}

/** How the judging of one key ended, for the run; a person reads the stored outcome. */
export type Verdict = 'done' | 'refused' | 'invalid' | 'parked' | 'stray' | 'nothing';

/** The judge's answer to a run. */
export interface Judged {
  verdict: Verdict;
  /** Absent where no case is there: an opening that was refused. */
  standing?: Standing;
}
