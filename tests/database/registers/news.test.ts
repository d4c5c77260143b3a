import { chineseWords } from '../../domain/registers/expected-errors';
import { poolInspectors } from '../../../services/draw/pool-rows';
import { questionKey } from '../../../domain/registers/import-issue';
import type { ImportReport } from '../../../services/registers/import-run';
import { commandOf } from './at-the-desk';
import { caseFile, load, withRows } from './case-files';
import { openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 0 });
});
afterAll(() => county.close());

const query = <T>(sql: string, parameters: unknown[] = []) => county.dataSource.query(sql, parameters) as Promise<T[]>;
const keysOf = (report: ImportReport) =>
  report.issues.filter(({ severity }) => severity === 'question').map(questionKey);
const dutyOf = async (no: string) =>
  (await query<{ duty: string }>('SELECT duty_status AS duty FROM inspector WHERE staff_no = $1', [no]))[0]?.duty;
async function inPool(no: string) {
  const rows = await poolInspectors(county.dataSource.manager, ['SCJG'], '2026-12-31');
  const [row] = await query<{ id: string }>('SELECT id FROM inspector WHERE staff_no = $1', [no]);
  return rows.some(({ id, exclusion }) => id === row?.id && exclusion === null);
}

describe('what befell officers is news', () => {
  test('who retires leaves the pool, who is new comes in', async () => {
    expect(await load(county, 'inspectors', caseFile('09a-officers-last-year.csv'))).toMatchObject({ state: 'loaded' });
    expect(await inPool('TX0001')).toBe(true);
    expect(await load(county, 'inspectors', caseFile('09b-officers-this-year.csv'))).toMatchObject({
      state: 'loaded',
      counts: { added: 1, updated: 1, error: 0, warning: 1 },
    });
    expect(await dutyOf('TX0001')).toBe('retired');
    expect(await inPool('TX0001')).toBe(false);
    expect(await inPool('TX0003')).toBe(true);
  });

  test.each([
    ['TX0011', '离开', '2031-06-30', 'left'],
    ['TX0012', '调离', '2031-06-30', 'left'],
    ['TX0013', '在岗', '2024-12-31', 'onDuty'],
    ['TX0014', '退休', '', 'retired'],
  ])('%s: %s with a certificate until “%s” is taken', async (no, duty, until, status) => {
    const row = (word: string, day: string) =>
      `${no},测试${no},县市场监督管理局,行政执法类公务员,样例${no},${day},,,全县,${word},`;
    await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row('在岗', '2031-06-30')));
    expect(await inPool(no)).toBe(true);
    expect(await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row(duty, until)))).toMatchObject({
      state: 'loaded',
      counts: { updated: 1 },
    });
    expect(await dutyOf(no)).toBe(status);
    expect(await inPool(no)).toBe(false);
  });

  test('as the whole list of the unit a file names those who are not in it, each to be affirmed', async () => {
    await load(
      county,
      'inspectors',
      withRows(
        '09a-officers-last-year.csv',
        ...caseFile('09a-officers-last-year.csv').toString('utf8').split('\r\n').slice(1, 3),
      ),
    );
    await query(`UPDATE inspector SET duty_status = 'left' WHERE staff_no LIKE 'TX001%'`);
    const content = caseFile('09c-officers-row-taken-out.csv');
    expect(await load(county, 'inspectors', content)).toMatchObject({ state: 'loaded', counts: { question: 0 } });
    const asked = await load(county, 'inspectors', content, { wholeList: true, dryRun: true });
    expect(asked.issues.filter(({ severity }) => severity === 'question').map(({ value }) => value)).toEqual([
      'TX0001',
      'TX0002',
    ]);
    expect(await load(county, 'inspectors', content, { wholeList: true })).toMatchObject({ state: 'refused' });
    expect(
      await load(county, 'inspectors', content, { wholeList: true, affirmed: keysOf(asked).slice(0, 1) }),
    ).toMatchObject({ state: 'refused' });
    expect(await dutyOf('TX0002')).toBe('onDuty');
    expect(await load(county, 'inspectors', content, { wholeList: true, affirmed: keysOf(asked) })).toMatchObject({
      state: 'loaded',
      counts: { updated: 2 },
    });
    expect([await dutyOf('TX0001'), await dutyOf('TX0002'), await dutyOf('TX0003')]).toEqual([
      'left',
      'left',
      'onDuty',
    ]);
  });

  describe('of a file with errors news is taken, and nothing else', () => {
    type Cells = Partial<Record<'name' | 'until' | 'trade' | 'duty' | 'recusals', string>>;
    const row = (
      no: string,
      { name = `测试${no}`, until = '2031-06-30', trade = '', duty = '在岗', recusals = '' }: Cells = {},
    ) => `${no},${name},县市场监督管理局,行政执法类公务员,样例${no},${until},${trade},,全县,${duty},${recusals}`;
    const file = (...rows: string[]) => withRows('09a-officers-last-year.csv', ...rows);
    const wrong = row('TX0091', { trade: '没有这种资格' });
    const numbers = ['TX0031', 'TX0032', 'TX0033', 'TX0034', 'TX0035', 'TX0036', 'TX0037'];
    beforeEach(() => load(county, 'inspectors', file(...numbers.map((no) => row(no)))));
    afterEach(async () => {
      await query('DELETE FROM recusal_name');
      await query('DELETE FROM inspector WHERE staff_no = ANY($1)', [[...numbers, 'TX0091', 'TX0092']]);
    });

    test('who leaves, whose certificate has expired, who must keep away: in right rows and in wrong ones', async () => {
      const content = file(
        row('TX0031', { duty: '退休' }),
        row('TX0032', { until: '2024-12-31' }),
        row('TX0033', { recusals: '某无名公司' }),
        row('TX0034', { duty: '借调', trade: '没有这种资格' }),
        row('TX0035', { until: '2024-12-31', trade: '没有这种资格' }),
        row('TX0036', { name: '测试改名' }),
        row('TX0092'),
        wrong,
      );
      const checked = await load(county, 'inspectors', content, { dryRun: true });
      expect(checked).toMatchObject({ state: 'refused', counts: { error: 3 }, news: { rows: 5, questions: [] } });
      expect(await inPool('TX0031')).toBe(true);
      const command = { submission: 'news-once' };
      const report = await load(county, 'inspectors', content, command);
      expect(report).toMatchObject({ state: 'newsTaken', counts: { added: 0, updated: 5, error: 3 } });
      expect(await load(county, 'inspectors', content, command)).toMatchObject({ state: 'newsTaken', duplicate: true });
      for (const no of numbers.slice(0, 5)) expect([no, await inPool(no)]).toEqual([no, false]);
      for (const no of numbers.slice(5)) expect([no, await inPool(no)]).toEqual([no, true]);
      expect(await dutyOf('TX0092')).toBeUndefined();
      expect(
        await query(
          `SELECT name, qualifications FROM inspector WHERE staff_no IN ('TX0034', 'TX0036') ORDER BY staff_no`,
        ),
      ).toEqual([
        { name: '测试TX0034', qualifications: [] },
        { name: '测试TX0036', qualifications: [] },
      ]);
      expect(await query('SELECT state FROM import_batch WHERE id = $1', [report.batch])).toEqual([
        { state: 'newsTaken' },
      ]);
    });

    test('a wrong number takes nobody else out; who comes back comes by the whole file alone', async () => {
      await load(county, 'inspectors', file(row('TX0031', { duty: '退休' })));
      const asked = await load(
        county,
        'inspectors',
        file(row('TX0031'), row('TX0032', { name: '另一个人', duty: '退休', trade: '没有这种资格' }), wrong),
      );
      expect(asked).toMatchObject({ state: 'refused', news: { rows: 1, questions: [{ column: '姓名', row: 2 }] } });
      expect([await inPool('TX0031'), await inPool('TX0032')]).toEqual([false, true]);
      const twice = file(row('TX0033'), row('TX0033', { duty: '离岗' }), wrong);
      expect(await load(county, 'inspectors', twice)).toMatchObject({ state: 'refused', news: { rows: 0 } });
      expect(await inPool('TX0033')).toBe(true);
    });

    test('no department takes out the officers of another', async () => {
      const content = file(row('TX0031', { duty: '退休' }), row('TX0032', { duty: '借调', trade: '没有这种资格' }));
      const { actor } = await commandOf(county, 'wgl-handler');
      expect(await load(county, 'inspectors', content, { actor })).toMatchObject({
        state: 'refused',
        news: { rows: 0 },
      });
      expect([await inPool('TX0031'), await inPool('TX0032')]).toEqual([true, true]);
    });

    test('open visits of who leaves or has no valid certificate any more are said first', async () => {
      for (const no of ['TX0031', 'TX0032']) {
        await query(
          `INSERT INTO official_case (id, stage, closed, departments, readers, stage_since, state, kind, number, title, lead_department, opened_at, version)
           VALUES ($1, 'noticed', false, '{SCJG}', '{SCJG}', now(), '{}', 'visit', $2, $2, 'SCJG', now(), 1)`,
          [`visit/${no}`, `J-${no}`],
        );
        await query(
          `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version)
           VALUES ($1, 'SCJG', 'joint-check/1', 'b', gen_random_uuid(), ARRAY(SELECT id FROM inspector WHERE staff_no = $2), 'noticed', 'awaitingVisit', 'notYet', 'notYet', 0)`,
          [`visit/${no}`, no],
        );
      }
      const news = [
        row('TX0031', { duty: '离岗' }),
        row('TX0032', { until: '2024-12-31' }),
        row('TX0033', { until: '2024-12-31' }),
      ];
      for (const content of [file(...news), file(...news, wrong)]) {
        const asked = await load(county, 'inspectors', content);
        expect(asked.state).toBe('refused');
        const questions = asked.issues.filter(({ severity }) => severity === 'question');
        expect(
          questions.map(({ row: at, column, reason }) => [
            at,
            column,
            /J-TX003\d/.exec(chineseWords.reason(reason))?.[0],
          ]),
        ).toEqual([
          [1, '在岗状态', 'J-TX0031'],
          [2, '证件有效期至', 'J-TX0032'],
        ]);
        expect(await inPool('TX0032')).toBe(true);
      }
      const affirmed = keysOf(await load(county, 'inspectors', file(...news, wrong)));
      expect(await load(county, 'inspectors', file(...news, wrong), { affirmed })).toMatchObject({
        state: 'newsTaken',
        counts: { updated: 3 },
      });
      expect(await inPool('TX0032')).toBe(false);
    });
  });

  test('a firm that is struck off leaves the pool although another row of its file is wrong', async () => {
    const firm = (no: number, code: string, state: string, trade = '6210') =>
      `${no},灌云测例销${no}号店,${code},企业,测试甲,0518-00000001,灌云县伊山镇测例路${no}号,伊山镇,${trade},2019-03-05,${state},B,`;
    const file = (...rows: string[]) => withRows('03a-first.csv', ...rows);
    await load(county, 'objects', file(firm(1, '91320723MARW08031L', '在业')));
    const content = file(firm(1, '91320723MARW08031L', '注销'), firm(2, '91320723MARW08023R', '在业', '9999'));
    expect(await load(county, 'objects', content)).toMatchObject({
      state: 'newsTaken',
      counts: { added: 0, updated: 1 },
    });
    expect(await query(`SELECT uscc, status FROM check_object WHERE name LIKE '灌云测例销%'`)).toEqual([
      { uscc: '91320723MARW08031L', status: 'deregistered' },
    ]);
  });

  test('another name under an unchanged number is shown with both and affirmed by itself', async () => {
    const row = (name: string) => `TX0021,${name},县市场监督管理局,行政执法类公务员,样例TX0021,2031-06-30,,,全县,在岗,`;
    await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row('阿布都·测试')));
    expect(await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row('阿布都•测试')))).toMatchObject({
      state: 'loaded',
      counts: { question: 0 },
    });
    const asked = await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row('测试戊')));
    expect(asked).toMatchObject({ state: 'refused', counts: { question: 1 } });
    expect(asked.issues.find(({ severity }) => severity === 'question')?.reason).toEqual({
      code: 'inspector.renamed',
      values: { was: '阿布都•测试', is: '测试戊' },
    });
    expect(
      await load(county, 'inspectors', withRows('09a-officers-last-year.csv', row('测试戊')), {
        affirmed: keysOf(asked),
      }),
    ).toMatchObject({ state: 'loaded' });
  });
});

describe('one wrong code makes no firm another', () => {
  test('name, address and trade at once are refused until affirmed, with both names said', async () => {
    expect(await load(county, 'objects', caseFile('03a-first.csv'))).toMatchObject({
      state: 'loaded',
      counts: { added: 2 },
    });
    const wrong = caseFile('03b-wrong-code.csv');
    const asked = await load(county, 'objects', wrong);
    expect(asked).toMatchObject({ state: 'refused', counts: { question: 1, error: 0 } });
    const [question] = asked.issues.filter(({ severity }) => severity === 'question');
    for (const word of ['灌云测例三〇一号旅馆', '灌云测例三〇三号超市', '测例路301号', '测例路303号', '同时改变'])
      expect(question && chineseWords.reason(question.reason)).toContain(word);
    expect(await query(`SELECT name FROM check_object WHERE uscc = '91320723MARW03011E'`)).toEqual([
      { name: '灌云测例三〇一号旅馆' },
    ]);
    expect(await load(county, 'objects', wrong, { affirmed: keysOf(asked) })).toMatchObject({
      state: 'loaded',
      counts: { updated: 1 },
    });
  });

  test('the same name in another width is no change of name', async () => {
    const head =
      '302,灌云测例三○二号 网吧,91320723MARW0302X6,企业,测试甲,0518-00000001,灌云县伊山镇测例路302号,伊山镇,9013,2019-03-05,在业,B,';
    expect(await load(county, 'objects', withRows('03a-first.csv', head))).toMatchObject({
      state: 'loaded',
      counts: { question: 0 },
    });
    const renamed = head.replace('灌云测例三○二号 网吧', '灌云测例三〇二号网咖');
    const asked = await load(county, 'objects', withRows('03a-first.csv', renamed));
    expect(asked.issues.at(-1)?.reason.code).toMatch(/renamed/);
    expect(asked.state).toBe('refused');
  });
});

test('the numbers of identity cards enter no code, and the report shows none of them', async () => {
  const report = await load(county, 'objects', caseFile('01-id-number-as-code.csv'));
  expect(report).toMatchObject({ state: 'refused', counts: { error: 4 } });
  expect(report.issues.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  expect(JSON.stringify(report)).not.toMatch(/32072318991231|320723991231003/);
  const inText = [
    '1,灌云测例店,91320723MARW01059W,企业,测试甲,0518-1,灌云县伊山镇320723 18991231 0028号,伊山镇,6210,2019-03-05,在业,B,3207231899\u200b12310028',
  ];
  const told = await load(county, 'objects', withRows('01-id-number-as-code.csv', ...inText), {
    fileName: '320723189912310028.csv',
  });
  expect(told).toMatchObject({ state: 'refused', counts: { error: 2 } });
  expect(told.issues.map(({ value }) => value)).toContain('灌云县伊山镇320723************号');
  expect(JSON.stringify(told).replace(/[^0-9"]/g, '')).not.toContain('18991231');
  const right = caseFile('01-id-number-as-code.csv').toString('utf8').split('\r\n')[5] ?? '';
  expect(await load(county, 'objects', withRows('01-id-number-as-code.csv', right))).toMatchObject({ state: 'loaded' });
});
