/** Activities that do nothing: what remains is the engine's own work. */
export const noActivities = {
  nothing: (): Promise<void> => Promise.resolve(),
};
