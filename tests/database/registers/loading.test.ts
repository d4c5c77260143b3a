import { objectReasons } from '../../../domain/registers/import-reasons';
import { chineseWords } from '../../domain/registers/expected-errors';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { Client } from 'pg';
import type { Actor, Capacity } from '../../../domain/actor';
import { inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { objectColumns } from '../../../domain/registers/check-object-table';
import { composeUscc } from '../../../domain/uscc';
import { importReportCsv, importTemplateCsv } from '../../../services/registers/import-report';
import { loadInspectors } from '../../../services/registers/load-inspectors';
import { loadObjects } from '../../../services/registers/load-objects';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { importIssues, importsOf, type ImportLine } from '../../../services/queries/registers/list-imports';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { refusal } from './at-the-desk';
import { dataFolder, now, openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 150 });
});
afterAll(() => county.close());

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  county.dataSource.query(sql, parameters) as Promise<T[]>;
const count = async (from: string) => (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n;
const sample = (name: string) => readFileSync(join(dataFolder, 'import-samples', name));

async function importOf(username: string, content: Buffer, more: object = {}) {
  const [row] = await query<{ id: string; department: string; capacities: Capacity[] }>(
    'SELECT id, department, capacities FROM account WHERE username = $1',
    [username],
  );
  if (!row?.capacities[0]) throw new Error(`no account ${username}`);
  const actor: Actor = { account: row.id, department: row.department, capacity: row.capacities[0] };
  return {
    actor,
    at: now,
    submission: randomUUID(),
    fileName: '名录.csv',
    content,
    dryRun: false,
    today: '2026-11-24',
    ...more,
  };
}
type Cells = Partial<Record<(typeof objectColumns)[number], string>>;
const code = (number: number) => composeUscc('91', '320723', `MAYY${String(number).padStart(4, '0')}`);
const firm = (number: number, changes: Cells = {}): Cells => ({
  序号: String(number),
  企业名称: `灌云样例${number}有限公司`,
  统一社会信用代码: code(number),
  主体类型: '企业',
  '法定代表人（负责人）': '测试甲',
  联系电话: '0518-00000001',
  '住所（经营场所）': '灌云县伊山镇样例路1号',
  所属乡镇: '伊山镇',
  行业代码: '6210',
  成立日期: '2019-03-05',
  登记状态: '在业',
  风险等级: 'B',
  备注: '',
  ...changes,
});
const file = (firms: Cells[]) =>
  Buffer.from(
    stringify([[...objectColumns], ...firms.map((cells) => objectColumns.map((column) => cells[column] ?? ''))]),
  );

describe('loading objects', () => {
  test('a file with errors loads nothing, and reports every error of the sample', async () => {
    const before = await count('check_object');
    const report = await loadObjects(
      county.dataSource,
      await importOf('scjg-handler', sample('objects-gb18030.csv'), { today: '2026-11-23' }),
    );
    expect(report.state).toBe('refused');
    expect(report.counts).toMatchObject({ rows: 100, error: 22 });
    expect(await count('check_object')).toBe(before);
    expect(await count('import_batch')).toBe(0);
    expect(await count(`acts WHERE act = 'object.load'`)).toBe(0);
  });

  test('a dry run counts and writes nothing', async () => {
    const before = await count('check_object');
    const report = await loadObjects(
      county.dataSource,
      await importOf('scjg-handler', file([firm(1), firm(2)]), { dryRun: true }),
    );
    expect(report).toMatchObject({
      state: 'checked',
      counts: { rows: 2, added: 2, updated: 0, unchanged: 0, error: 0 },
    });
    expect(await count('check_object')).toBe(before);
  });

  test('a clean file with warnings loads; the department is responsible for what it brings; each row has history under one entry', async () => {
    const command = await importOf(
      'scjg-handler',
      file([firm(1), firm(2, { 风险等级: '' }), firm(3, { 企业名称: '灌云样例𠮷行有限公司' })]),
    );
    const report = await loadObjects(county.dataSource, command);
    expect(report).toMatchObject({ state: 'loaded', duplicate: false, counts: { added: 3, warning: 1, keep: 1 } });
    const rows = await query<{
      id: string;
      name: string;
      responsible_departments: string[];
      division: string;
      risk_class: string | null;
    }>('SELECT * FROM check_object WHERE uscc = ANY($1) ORDER BY uscc', [[code(1), code(2), code(3)]]);
    expect(rows.map((row) => row.responsible_departments)).toEqual([['SCJG'], ['SCJG'], ['SCJG']]);
    expect(rows.every((row) => row.division === '320723100')).toBe(true);
    expect(rows.some((row) => row.name === '灌云样例𠮷行有限公司')).toBe(true);
    expect(await count(`acts WHERE act = 'object.load'`)).toBe(1);
    expect(await registerHistory(county.dataSource, 'object', rows[0]?.id ?? '')).toEqual([
      expect.objectContaining({ version: 1, cause: 'imported', before: null }),
    ]);
    const [batch] = (await stretchOf<ImportLine & Placed>(county.dataSource, importsOf('objects'), { size: 1 })).rows;
    expect(batch).toMatchObject({ id: report.batch, fileName: '名录.csv', counts: { added: 3 } });
    expect(await importIssues(county.dataSource, batch?.id ?? '')).toHaveLength(2);

    expect(await loadObjects(county.dataSource, command)).toMatchObject({ duplicate: true, batch: report.batch });
    expect(await count(`acts WHERE act = 'object.load'`)).toBe(1);
  });

  test('known firms are updated, unchanged ones left alone, and a blank cell empties nothing', async () => {
    const report = await loadObjects(
      county.dataSource,
      await importOf(
        'scjg-handler',
        file([
          firm(1, { 联系电话: '0518-77770000', 备注: '' }),
          firm(3, { 企业名称: '灌云样例𠮷行有限公司', '法定代表人（负责人）': '' }),
        ]),
      ),
    );
    expect(report.counts).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    const [changed] = await query<{ id: string; phone: string; version: number }>(
      'SELECT id, phone, version FROM check_object WHERE uscc = $1',
      [code(1)],
    );
    expect(changed).toMatchObject({ phone: '0518-77770000', version: 2 });
    const [line] = await registerHistory(county.dataSource, 'object', changed?.id ?? '');
    expect(line).toMatchObject({ version: 2, before: { phone: '0518-00000001' }, after: { phone: '0518-77770000' } });
    expect(await query('SELECT legal_representative FROM check_object WHERE uscc = $1', [code(3)])).toEqual([
      { legal_representative: '测试甲' },
    ]);
  });

  test('another department cannot update them, by row and column; the office can', async () => {
    const content = file([firm(1, { 联系电话: '0518-11110000' }), firm(9)]);
    const report = await loadObjects(county.dataSource, await importOf('wgl-handler', content));
    expect(report).toMatchObject({
      state: 'refused',
      issues: [{ row: 1, line: 2, column: '统一社会信用代码', severity: 'error' }],
    });
    expect(await query('SELECT 1 FROM check_object WHERE uscc = $1', [code(9)])).toEqual([]);
    expect(await loadObjects(county.dataSource, await importOf('office-handler', content))).toMatchObject({
      state: 'loaded',
      counts: { added: 1, updated: 1 },
    });
  });

  test('two loads of the same firms at once add them once', async () => {
    const content = file([firm(21), firm(22)]);
    const commands = await Promise.all([importOf('scjg-handler', content), importOf('scjg-handler', content)]);
    const outcomes = await Promise.allSettled(commands.map((command) => loadObjects(county.dataSource, command)));
    expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).toBe(true);
    expect(await query('SELECT 1 FROM check_object WHERE uscc = ANY($1)', [[code(21), code(22)]])).toHaveLength(2);
  });

  test('who may not load is refused before the file is read', async () => {
    for (const username of ['scjg-liaison', 'scjg-leader', 'system-admin', 'supervisor']) {
      await expect(loadObjects(county.dataSource, await importOf(username, file([firm(30)])))).rejects.toThrow(
        refusal('NOT_ENTITLED'),
      );
    }
    await expect(
      loadObjects(county.dataSource, await importOf('scjg-handler', sample('objects.xlsx'))),
    ).rejects.toThrow(refusal('IMPORT_NOT_CSV'));
  });

  test('ten thousand rows are written in hardly more statements than a hundred', async () => {
    const statements = jest.spyOn(Client.prototype, 'query');
    const load = async (rows: number, letter: string) => {
      const firms = Array.from({ length: rows }, (_, index) =>
        firm(index, { 统一社会信用代码: composeUscc('91', '320723', `MAX${letter}${String(index).padStart(4, '0')}`) }),
      );
      const command = await importOf('office-handler', file(firms));
      statements.mockClear();
      expect(await loadObjects(county.dataSource, command)).toMatchObject({ state: 'loaded', counts: { added: rows } });
      return statements.mock.calls.length;
    };
    const few = await load(100, 'W');
    const many = await load(10_000, 'X');
    statements.mockRestore();
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThan(2 * few);
  });
});

describe('loading inspectors', () => {
  const officer = (changes: Partial<Record<(typeof inspectorColumns)[number], string>> = {}) => ({
    工号: 'X0001',
    姓名: '测试甲',
    单位: '县市场监督管理局',
    职务类别: '行政执法类公务员',
    执法证号: '样测0001',
    证件有效期至: '2028-06-30',
    资格: '食品检查员',
    专长: '食品',
    责任区域: '伊山镇',
    在岗状态: '在岗',
    回避单位: '',
    ...changes,
  });
  const table = (rows: ReturnType<typeof officer>[]) =>
    Buffer.from(
      stringify([[...inspectorColumns], ...rows.map((row) => inspectorColumns.map((column) => row[column]))]),
    );

  test('the sample is refused whole', async () => {
    const before = await count('inspector');
    const report = await loadInspectors(
      county.dataSource,
      await importOf('office-handler', sample('inspectors.csv'), { today: '2026-11-23' }),
    );
    expect(report.state).toBe('refused');
    expect(await count('inspector')).toBe(before);
  });

  test('an officer comes in with recusals by name and by code, and is brought up to date without losing any', async () => {
    const [named, coded] = await query<{ id: string; name: string; uscc: string }>(
      'SELECT id, name, uscc FROM check_object WHERE uscc IS NOT NULL ORDER BY id LIMIT 2',
    );
    const first = await loadInspectors(
      county.dataSource,
      await importOf('scjg-handler', table([officer({ 回避单位: `${named?.name}、${coded?.uscc}` })])),
    );
    expect(first).toMatchObject({ state: 'loaded', counts: { added: 1, keep: 1 } });
    const second = await loadInspectors(
      county.dataSource,
      await importOf('scjg-handler', table([officer({ 在岗状态: '借调' })])),
    );
    expect(second).toMatchObject({ state: 'loaded', counts: { updated: 1, warning: 1 } });
    const [row] = await query<{ id: string; duty_status: string; version: number }>(
      `SELECT id, duty_status, version FROM inspector WHERE staff_no = 'X0001'`,
    );
    expect(row).toMatchObject({ duty_status: 'seconded', version: 2 });
    expect(await query('SELECT 1 FROM recusal WHERE inspector_id = $1', [row?.id])).toHaveLength(2);
  });

  test('officers of another department are refused by row', async () => {
    const report = await loadInspectors(
      county.dataSource,
      await importOf('scjg-handler', table([officer({ 工号: 'X0002', 执法证号: '样测0002', 单位: '县公安局' })])),
    );
    expect(report).toMatchObject({ state: 'refused', issues: [{ row: 1, column: '单位', severity: 'error' }] });
  });
});

test('the report that goes out runs no formula, and the template has the heads that the loader wants', async () => {
  const report = importReportCsv(
    [{ row: 1, line: 2, column: '备注', value: '=1+1', reason: objectReasons.noteFormula, severity: 'warning' }],
    chineseWords,
  );
  expect(report).toContain(`1,2,备注,'=1+1,公式注入：按文本保存，导出时加前缀,提醒`);
  await expect(
    loadObjects(county.dataSource, await importOf('scjg-handler', Buffer.from(importTemplateCsv(objectColumns)))),
  ).rejects.toThrow(refusal('IMPORT_EMPTY'));
});
