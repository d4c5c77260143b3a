/** A moment as people of the county write it, to the second: `2026-11-30 11:08:48` in Asia/Shanghai (UTC+8, no summer time). */
export function shanghaiTime(at: Date | string | number): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
