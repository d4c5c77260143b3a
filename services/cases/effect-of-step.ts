/** The effect whose carrying out is this step; nothing for steps of other kinds. */
export function effectOfStep(key: string): string | undefined {
  return /^carry\/(\d{1,18})$/.exec(key)?.[1];
}
