/** The calendar day in Asia/Shanghai (UTC+8, no summer time) as YYYY-MM-DD. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
