/** What every way of fetching the `temporal` program is given. */
export interface FetchOptions {
  /** Where the program shall lie in the end. */
  target: string;
  /** A directory of this attempt alone, on the same disk as `target`; removed afterwards. */
  scratch: string;
  environment: NodeJS.ProcessEnv;
}

/** One way of fetching: moves the program to `target` and says nothing, or says in one line why it could not. */
export interface FetchStep {
  name: string;
  /** Said while it runs, because it may last. */
  progress: string;
  fetch(options: FetchOptions): Promise<string | undefined>;
}
