import { randomUUID } from 'node:crypto';
import { stepActs } from '../../../bin/compose/step-acts';
import { tryAgain } from '../../../engine/try-again';
import { countFault } from '../../../services/cases/faults';
import { checkNumber } from './check-number';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { propose } from './whole-check';

let county: CountyEngine;
beforeAll(async () => {
  county = await CountyEngine.open();
});
afterAll(() => county?.close());

async function park(caseId: string, key: string): Promise<string> {
  const { dataSource } = county;
  await countFault(dataSource, { caseId, key, step: 'x', account: 'system', department: 'SCJG' }, 'a fault', 1);
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM step_fault WHERE case_id = $1 AND key = $2', [
    caseId,
    key,
  ]);
  return rows[0]?.id ?? '';
}

async function retry(faultId: string): Promise<void> {
  const actor = await county.actor('system-admin');
  const steps = stepActs(county.dataSource, (step) => tryAgain(county.gateway(), step));
  await steps.retry({ faultId, submission: randomUUID(), actor, at: new Date() });
}

test('a parked effect is carried out by its case once it is tried again', async () => {
  const caseId = await propose(county, checkNumber(1));
  const rows: { id: string }[] = await county.dataSource.query(
    `INSERT INTO case_effect (key, case_id, act_id, kind, effect, state, created_at)
     SELECT $1, $2, max(id), 'wakeExchange', '{"kind":"wakeExchange","platform":"public-credit"}', 'parked', now() FROM acts WHERE subject_id = $2 RETURNING id`,
    [randomUUID(), caseId],
  );
  const id = rows[0]?.id ?? '';
  await retry(await park(caseId, `carry/${id}`));
  const state = async () => {
    const found: { state: string }[] = await county.dataSource.query('SELECT state FROM case_effect WHERE id = $1', [
      id,
    ]);
    return found[0]?.state;
  };
  expect(await until(state, (now) => now === 'done')).toBe('done');
  expect(await county.faults()).toEqual([]);
});

test('what stands for nothing gets no answer: the step stays parked, and what it was is counted', async () => {
  const caseId = await propose(county, checkNumber(2));
  const faultId = await park(caseId, 'effect/999999');
  await expect(retry(faultId)).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  expect(await county.faults()).toMatchObject([{ case_id: caseId, key: 'effect/999999' }]);
});
