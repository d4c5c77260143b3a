/** What a run asks to have judged: a key, and nothing else that counts. */
export interface ToJudge {
  /** The case; of an act that opens one, the workflow that has it judged. */
  place: string;
  key: string;
  /** When the case took it, in milliseconds. */
  takenAt: number;
  /** The version that the run believes the case to have; absent where it knows none. */
  version?: number;
  /** The run, for the entry of the act. */
  run: string;
}
