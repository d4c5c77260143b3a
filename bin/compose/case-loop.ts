import type { DataSource } from 'typeorm';
import { runningCases } from '../../engine/running-cases';
import type { EngineAccess } from '../../engine/runs-of-ours';
import { startCase, wakeCase } from '../../engine/start-case';
import { casesLeftBehind, openCaseIds } from '../../services/queries/cases/left-behind';
import { sweep } from './sweep';

export interface CaseLoopPace {
  /** How often what was left behind is looked for, in milliseconds. */
  everyMs: number;
  /** How long something may be due before its case is woken, in milliseconds. */
  lateMs: number;
  /** How often open cases without a run are looked for, in milliseconds: it asks the engine for all that run. */
  runsEveryMs: number;
  /** A case that was woken is left alone so long, in milliseconds. */
  restMs: number;
}

const usualPace: CaseLoopPace = { everyMs: 15_000, lateMs: 30_000, runsEveryMs: 300_000, restMs: 300_000 };

/**
 * Wakes cases that something was left behind on, and starts those that are open and have no run, until it is stopped: a
 * workflow that somebody terminated or started for workers that are none of ours, an effect that a stranger said was done, a step of the clock that nobody took.
 */
export function caseLoop(
  engine: EngineAccess,
  dataSource: DataSource,
  complain: (failure: unknown) => void,
  pace: Partial<CaseLoopPace> = {},
): { stop(): Promise<void> } {
  const { everyMs, lateMs, runsEveryMs, restMs } = { ...usualPace, ...pace };
  const woken = new Map<string, number>();
  let runsAt = 0;
  return sweep(everyMs, sweepOnce, complain);

  async function sweepOnce(): Promise<void> {
    const now = Date.now();
    for (const [caseId, at] of woken) if (at < now - restMs) woken.delete(caseId);
    for (const caseId of await casesLeftBehind(dataSource, new Date(now - lateMs))) {
      if (woken.has(caseId)) continue;
      await wakeCase(engine, caseId);
      woken.set(caseId, now);
    }
    if (runsAt > now - runsEveryMs) return;
    await startWithoutRun(now);
    runsAt = now;
  }

  /** Rows are read before the engine is asked: a case that is opened in between has a run by then, or is found next time. */
  async function startWithoutRun(now: number): Promise<void> {
    const open = await openCaseIds(dataSource, new Date(now - lateMs));
    const running = await runningCases(engine.client, engine.taskQueue);
    for (const caseId of open) if (!running.has(caseId)) await startCase(engine, caseId);
  }
}
