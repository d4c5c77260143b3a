import { shanghaiDay } from '../calendar/shanghai-day';
import type { ResultState } from './state';

/** The day in Asia/Shanghai on which an officer came in the place of another; nothing for one whom the draw sent. */
export function cameOn({ replaced = [] }: ResultState, officer: string | undefined): string | undefined {
  const line = replaced.find((one) => one.in === officer);
  return line && shanghaiDay(line.at);
}

/** A department's officers as they stood on a day: who came later was not there. */
export function teamOn({ officers, replaced = [] }: ResultState, day: string): string[] {
  return replaced.reduceRight(
    (team, line) =>
      shanghaiDay(line.at) > day ? team.map((officer) => (officer === line.in ? line.out : officer)) : team,
    officers,
  );
}

/** The day on which an officer's certificate must be valid for what was found on a day: that day, or the later one on which they came. */
export function answersFrom(result: ResultState | undefined, officer: string | undefined, day: string): string {
  const came = result && cameOn(result, officer);
  return came !== undefined && came > day ? came : day;
}
