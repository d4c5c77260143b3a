import type { Verdict } from '../domain/standing';
import { cases } from './case-activities';
import type { ActKey } from './contracts';

/** An act that opens a case is judged before the case is there; what is refused leaves nothing and uses up no number. */
export async function opening({ key }: ActKey): Promise<Verdict> {
  const { verdict, standing } = await cases.judgeAct.executeWithOptions({ summary: `judges ${key}` }, [
    { key, takenAt: Date.now() },
  ]);
  if (verdict === 'done' && standing) await cases.startOpened({ key });
  return verdict;
}
