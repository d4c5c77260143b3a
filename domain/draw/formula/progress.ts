/** How far a long step is; `total` where it is known beforehand. */
export interface DrawProgress {
  step: 'objects' | 'tickets' | 'assignments';
  done: number;
  total?: number;
}

export type OnProgress = (progress: DrawProgress) => void;

const EVERY = 1 << 15;

/** A counter that reports every 32 768 rows; undefined where nobody listens. */
export function reporter(
  step: DrawProgress['step'],
  onProgress: OnProgress | undefined,
  total?: number,
): ((done: number) => void) | undefined {
  if (onProgress === undefined) return undefined;
  return (done) => {
    if (done % EVERY === 0 || done === total) onProgress({ step, done, total });
  };
}
