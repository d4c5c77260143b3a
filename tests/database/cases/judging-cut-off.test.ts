import { randomUUID } from 'node:crypto';
import { judgeWorld } from '../../../bin/compose/judge-world';
import { createActSigner, createActVerifier, makeActKeys } from '../../../connectors/act-keys';
import type { Actor } from '../../../domain/actor';
import { rules } from '../../../domain/processes';
import { judge } from '../../../services/cases/judge';
import type { JudgeWorld } from '../../../services/cases/judge-world';
import { keepRequest } from '../../../services/cases/keep-request';
import { findOutcome } from '../../../services/cases/outcomes';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { schemeOf } from './scheme-of';

const keys = makeActKeys();
let county: OpenCounty;
let world: JudgeWorld;
let handler: Actor;

beforeAll(async () => {
  county = await openCounty({ objects: 300, inspectors: 150 });
  const { dataSource } = county;
  world = judgeWorld(dataSource, { countyCode: '320723', verify: createActVerifier(keys.publicKey) });
  const rows: { id: string }[] = await dataSource.query(`SELECT id FROM account WHERE username = 'scjg-handler'`);
  handler = { account: rows[0]?.id ?? '', capacity: 'departmentHandler', department: 'SCJG' };
});
afterAll(() => county?.close());

const sign = createActSigner(keys.privateKey).sign;
const asked = (act: string, caseId: string | undefined, input: Record<string, unknown>) =>
  keepRequest(
    county.dataSource,
    { rules, sign, now: () => new Date() },
    {
      act,
      caseId,
      actor: handler,
      input,
      submission: randomUUID(),
    },
  );
const judged = (key: string, place: string, by = world) =>
  judge(by, { key, place, takenAt: Date.now(), run: 'test' }, () => undefined);

/** The same world, whose connection breaks at the n-th statement of the judging transaction; `after` breaks it once it is committed. */
function breaking(at: number, count: { seen: number }): JudgeWorld {
  const dataSource = new Proxy(county.dataSource, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown;
      return async (work: (manager: unknown) => Promise<unknown>) => {
        const answer = await target.transaction((manager) =>
          work(
            new Proxy(manager, {
              get(inner, property) {
                if (property !== 'query') return Reflect.get(inner, property) as unknown;
                return async (...statement: unknown[]) => {
                  count.seen += 1;
                  if (count.seen === at) throw Object.assign(new Error('Connection terminated'), { code: '57P01' });
                  return (inner.query as (...given: unknown[]) => Promise<unknown>)(...statement);
                };
              },
            }),
          ),
        );
        // Committed, and the worker dies before anybody hears of it.
        if (count.seen < at) throw new Error('the answer was lost');
        return answer;
      };
    },
  });
  return { ...world, dataSource };
}

async function traces(caseId: string, key: string, place: string) {
  const [acts, effects, waits] = await Promise.all([
    county.dataSource.query<{ act: string }[]>('SELECT act FROM acts WHERE subject_id = $1 ORDER BY id', [caseId]),
    county.dataSource.query<unknown[]>('SELECT 1 FROM case_effect WHERE case_id = $1', [caseId]),
    county.dataSource.query<unknown[]>('SELECT 1 FROM case_waiting WHERE case_id = $1', [caseId]),
  ]);
  return {
    acts: acts.map(({ act }) => act),
    effects: effects.length,
    waits: waits.length,
    outcome: (await findOutcome(county.dataSource, place, key))?.kind,
  };
}

test('judging that is cut off at any of its statements, or after its commit, leaves one entry and one outcome once it is done again', async () => {
  const scheme = await schemeOf(county.dataSource);
  for (let at = 1; ; at += 1) {
    const opening = await asked('jointCheck.propose', undefined, { scheme });
    await judged(opening.key, opening.place);
    const outcome = await findOutcome(county.dataSource, opening.place, opening.key);
    const caseId = outcome?.kind === 'done' ? outcome.receipt.caseId : '';
    const { key } = await asked('jointCheck.consult', caseId, { version: 1 });
    const before = await traces(caseId, key, caseId);

    const count = { seen: 0 };
    await expect(judged(key, caseId, breaking(at, count))).rejects.toThrow();
    if (count.seen >= at) expect(await traces(caseId, key, caseId)).toEqual(before);
    const first = await judged(key, caseId);
    const again = await judged(key, caseId);
    expect([first.verdict, again.verdict]).toEqual(['done', 'done']);
    expect(await traces(caseId, key, caseId)).toEqual({
      acts: ['jointCheck.propose', 'jointCheck.consult'],
      // The round, and one letter to all who are asked.
      effects: 2,
      waits: 0,
      outcome: 'done',
    });
    // Beyond the last statement the answer was lost after the commit: nothing is left to cut off.
    if (count.seen < at) {
      expect(at).toBeGreaterThan(12);
      return;
    }
  }
});

test('a 催办 is mailed with the act of it to whoever is waited for; one that is refused mails nobody', async () => {
  const { dataSource } = county;
  const scheme = await schemeOf(dataSource);
  const opening = await asked('jointCheck.propose', undefined, { scheme });
  await judged(opening.key, opening.place);
  const outcome = await findOutcome(dataSource, opening.place, opening.key);
  const caseId = outcome?.kind === 'done' ? outcome.receipt.caseId : '';
  await judged((await asked('jointCheck.consult', caseId, { version: 1 })).key, caseId);
  const [round] = await dataSource.query<{ id: string }[]>('SELECT id FROM official_case WHERE parent_id = $1', [
    caseId,
  ]);
  const on = round?.id ?? '';
  await dataSource.query(
    `INSERT INTO account_mail (account, address, confirmed_at) SELECT id, username || '@county.example', now() FROM account`,
  );
  const mailed = () =>
    dataSource.query<{ department: string; words: { task: { act: string }; by: string } }[]>(
      `SELECT a.department, m.words FROM mail_message m JOIN account a ON a.id = m.account WHERE m.template = 'reminder' ORDER BY 1`,
    );
  const remind = async () => (await judged((await asked('consultation.remind', on, {})).key, on)).verdict;
  expect(await remind()).toBe('done');
  const first = await mailed();
  const [{ departments }] = await dataSource.query<[{ departments: string[] }]>(
    'SELECT array_agg(DISTINCT department) AS departments FROM case_waiting WHERE case_id = $1',
    [on],
  );
  expect([...new Set(first.map(({ department }) => department))]).toEqual(departments.sort());
  expect(first.every(({ words }) => words.task.act.startsWith('consultation.'))).toBe(true);
  expect(await remind()).toBe('refused');
  expect(await mailed()).toHaveLength(first.length);
});
