/** How one process is run. */
export interface Program {
  command: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** What asks it to end in order; SIGTERM where nothing is said. */
  stopSignal?: NodeJS.Signals;
}

/** What a step tells the person at the terminal. */
export type Say = (line: string) => void;
