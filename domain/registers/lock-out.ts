const free = 5;
const firstLock = 60;
const longestLock = 3600;

/** Seconds for which an account is locked after so many failures in a row: none for 4, a minute at 5, doubled each time, at most an hour. */
export function lockSeconds(failures: number): number {
  if (failures < free) return 0;
  return Math.min(firstLock * 2 ** (failures - free), longestLock);
}
