/** How long the sending of one mail may last as a whole, however slowly the server answers. */
export const sendingLimitMs = 60_000;

/**
 * While one worker sends a mail, no other takes it; a worker that was killed lets go of it after this. Twice what a sending may
 * last, so that nobody sends anew what is still being sent.
 */
export const heldMs = 2 * sendingLimitMs;

const minute = 60_000;
/** Minutes without a try after the first, second … turn in which the server took nothing. */
const rests = [1, 5, 15];

/** How long nothing is sent after so many turns one after another that the server ended. None: sending goes on. */
export function restMs(turns: number): number {
  return turns === 0 ? 0 : (rests[Math.min(turns, rests.length) - 1] ?? 0) * minute;
}
