/** Does a piece of work again and again, one at a time, until it is stopped; a turn that fails is made up by the next. */
export function sweep(
  everyMs: number,
  work: () => Promise<void>,
  complain: (failure: unknown) => void,
): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(work).catch(complain);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
