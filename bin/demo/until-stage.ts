export interface CaseAnswer {
  stage: string;
  acts?: string[];
}

/** Long enough for a system that is killed and restarted meanwhile, and for thousands of visits to open. */
const patienceMs = 600_000;

/**
 * Reads a case again and again until it is where it should be.
 * @throws Error with the last answer when it does not get there in time
 */
export async function untilStage(
  read: () => Promise<CaseAnswer>,
  reached: (view: CaseAnswer) => boolean,
): Promise<CaseAnswer> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const view = await read();
    if (reached(view)) return view;
    if (Date.now() > end) throw new Error(`A stage was not reached in time: ${JSON.stringify(view).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
