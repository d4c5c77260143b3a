/** The legal day of a moment: YYYY-MM-DD in Asia/Shanghai (UTC+8, no summer time). */
export function shanghaiDay(at: Date | string | number): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
