import type { DataSource } from 'typeorm';
import { rules as rulesInForce, type Rules } from '../../domain/processes';
import type { JudgeWorld } from '../../services/cases/judge-world';
import { prepare } from '../../services/preparations/prepare';

export interface JudgeParts {
  countyCode: string;
  verify: JudgeWorld['verify'];
  /** Other rules than those in force, where a test judges by changed ones. */
  rules?: Rules;
  dayEndsAt?(day: string): number;
  now?(): Date;
}

/** What judging needs, on a real database. */
export function judgeWorld(
  dataSource: DataSource,
  { countyCode, verify, rules, dayEndsAt, now }: JudgeParts,
): JudgeWorld {
  return {
    dataSource,
    countyCode,
    verify,
    rules: rules ?? rulesInForce,
    now: now ?? (() => new Date()),
    // A legal day ends with the day, in Asia/Shanghai.
    dayEndsAt: dayEndsAt ?? ((day) => Date.parse(`${day}T24:00:00+08:00`)),
    prepare: (asked, onProgress) => prepare(dataSource, asked, onProgress),
  };
}
