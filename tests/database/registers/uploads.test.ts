import { chineseWords } from '../../domain/registers/expected-errors';
import { randomUUID } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../../domain/actor';
import { objectColumns } from '../../../domain/registers/check-object-table';
import { composeUscc } from '../../../domain/uscc';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { annotatedCsv } from '../../../services/registers/annotated-file';
import { keepUpload } from '../../../services/files/keep-upload';
import { loadInspectors } from '../../../services/registers/load-inspectors';
import { loadObjects } from '../../../services/registers/load-objects';
import { readTable } from '../../../services/registers/read-table';
import { inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { editObject } from '../../../services/registers/edit-object';
import { commandOf, refusal } from './at-the-desk';
import { now, openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
let actor: Actor;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 150 });
  actor = { account: await county.accountOf('scjg-handler'), capacity: 'departmentHandler', department: 'SCJG' };
});
afterAll(() => county.close());
beforeEach(() => county.dataSource.query(`DELETE FROM stored_file`));

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const keep = (text: string, at: Date, account = actor.account) =>
  keepUpload(county.dataSource, { name: '名录.csv', content: Buffer.from(text), account, at });
const left = async () =>
  ((await county.dataSource.query('SELECT id FROM stored_file')) as { id: string }[]).map(({ id }) => id);
const find = (id: string, at: Date, account = actor.account) => findUpload(county.dataSource, account, id, at);

let number = 0;
function row(name: string, more: Record<string, string> = {}): string[] {
  number += 1;
  const cells: Record<string, string> = {
    序号: '1',
    企业名称: name,
    统一社会信用代码: composeUscc('91', '320723', `MAYY${String(number).padStart(4, '0')}`),
    主体类型: '企业',
    所属乡镇: '伊山镇',
    行业代码: '6210',
    '法定代表人（负责人）': '测试甲',
    成立日期: '2019-03-05',
    登记状态: '在业',
    风险等级: 'B',
    ...more,
  };
  return objectColumns.map((column) => cells[column] ?? '');
}
const rewritten = (cells: readonly string[], column: (typeof objectColumns)[number], value: string): string[] =>
  cells.map((cell, place) => (objectColumns[place] === column ? value : cell));
const table = (rows: string[][]) => Buffer.from(stringify([[...objectColumns], ...rows]));
const load = (content: Buffer, more: object = {}) =>
  loadObjects(county.dataSource, {
    actor,
    at: now,
    today: '2026-11-24',
    submission: randomUUID(),
    fileName: '名录.csv',
    content,
    dryRun: false,
    ...more,
  });

describe('a table that waits for its confirmation', () => {
  test('is the uploader’s alone and ends after a day', async () => {
    const id = await keep('a', now);
    expect(await find(id, hours(23))).toMatchObject({ name: '名录.csv' });
    await expect(find(id, hours(25))).rejects.toThrow(refusal('UPLOAD_GONE'));
    await expect(find(id, now, await county.accountOf('wjw-handler'))).rejects.toThrow(refusal('UPLOAD_GONE'));
    await expect(find(`${id}'--`, now)).rejects.toThrow(refusal('UPLOAD_GONE'));
  });

  test('goes at the next upload when its time is over; what is younger stays', async () => {
    const old = await keep('old', now);
    const young = await keep('young', hours(10));
    const next = await keep('next', hours(26));
    expect((await left()).sort()).toEqual([young, next].sort());
    expect(await left()).not.toContain(old);
  });

  test('stays for good where a finished import refers to its content, and files of cases are never touched', async () => {
    const content = table([row('灌云留存有限公司')]);
    const confirmed = await keepUpload(county.dataSource, {
      name: '名录.csv',
      content,
      account: actor.account,
      at: now,
    });
    await load(content);
    await county.dataSource.query(
      `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, created_at) VALUES ($1, 'x.pdf', 'application/pdf', 1, 'x', 'x', $2, $3)`,
      [randomUUID(), actor.account, now],
    );
    const next = await keep('next', hours(1000));
    expect(await left()).toHaveLength(3);
    expect(await left()).toEqual(expect.arrayContaining([confirmed, next]));
  });

  test('gives way when one person keeps too many, and takes nothing from others', async () => {
    const other = await keep('theirs', now, await county.accountOf('wjw-handler'));
    for (let index = 0; index < 25; index += 1) await keep(`mine ${index}`, new Date(now.getTime() + index * 1000));
    await keep('last', hours(2));
    expect(await left()).toHaveLength(21);
    expect(await left()).toContain(other);
  });
});

describe('the file that goes back', () => {
  const content = table([
    row('灌云甲有限公司', { 统一社会信用代码: '9132072', 备注: '=HYPERLINK("http://x")' }),
    ['合计'],
    row('灌云乙有限公司'),
    [...row('灌云丙有限公司'), '多出'],
    row('灌云𠮷有限公司', { 备注: "'是原文" }),
  ]);

  test('names the findings of each row in front of it and runs no formula', async () => {
    const { issues } = await load(content, { dryRun: true });
    const [head, first, total, clean] = annotatedCsv(content, objectColumns, issues, chineseWords).split('\r\n');
    expect(head).toBe(`\uFEFF检查结果,${objectColumns.join(',')}`);
    expect(first).toContain('错误：统一社会信用代码：只有7位');
    expect(first).toContain(`'=HYPERLINK`);
    expect(total).toContain('合计行');
    expect(clean?.startsWith(',')).toBe(true);
  });

  test('is read again as the person’s own: the same rows, the same cells, the same findings', async () => {
    const before = await load(content, { dryRun: true });
    const back = Buffer.from(annotatedCsv(content, objectColumns, before.issues, chineseWords));
    expect(readTable(back, objectColumns).records.map(({ cells }) => cells)).toEqual(
      readTable(content, objectColumns).records.map(({ cells }) => cells),
    );
    const after = await load(back, { dryRun: true });
    expect(after.issues).toEqual(before.issues);
  });
});

describe('a confirmation', () => {
  test('given thirty times at once loads once, and each says so', async () => {
    const content = table([row('灌云并发有限公司'), row('灌云并发二有限公司')]);
    const submission = randomUUID();
    const reports = await Promise.all(Array.from({ length: 30 }, () => load(content, { submission })));
    expect(reports.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(reports.every(({ state }) => state === 'loaded')).toBe(true);
    expect(
      await county.dataSource.query('SELECT count(*)::int AS n FROM acts WHERE submission = $1', [submission]),
    ).toEqual([{ n: 1 }]);
  });

  test('that would undo what a colleague changed after the check was shown is refused, row by row, until it is confirmed again', async () => {
    const firms = ['灌云并改一有限公司', '灌云并改二有限公司', '灌云并改三有限公司'];
    const rows = firms.map((name) => row(name));
    await load(table(rows));
    const phones = (phone: string) => table(rows.map((cells) => rewritten(cells, '联系电话', phone)));
    const checked = await load(phones('0518-88810001'), { dryRun: true });
    const [second]: { id: string; version: number }[] = await county.dataSource.query(
      `SELECT id, version FROM check_object WHERE name = $1`,
      [firms[1]],
    );
    const colleague = await commandOf(county, 'office-handler');
    await editObject(county.dataSource, {
      ...colleague,
      id: second?.id ?? '',
      version: second?.version ?? 0,
      cause: 'corrected',
      values: { phone: '0518-88819999' },
    });
    const late = { seen: checked.seen, submission: randomUUID() };
    await expect(load(phones('0518-88810001'), late)).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { changedRows: [{ line: 3, name: firms[1], by: expect.any(String) as string, at: now.toISOString() }] },
    });
    const held = () =>
      county.dataSource.query('SELECT DISTINCT phone FROM check_object WHERE name = ANY($1) ORDER BY phone', [firms]);
    expect(await held()).toEqual([{ phone: '0518-88819999' }, { phone: null }]);
    // Looked at again, the same submission is done.
    const again = await load(phones('0518-88810001'), { dryRun: true });
    expect(await load(phones('0518-88810001'), { ...late, seen: again.seen })).toMatchObject({
      counts: { updated: 3 },
    });
    expect(await held()).toEqual([{ phone: '0518-88810001' }]);
  });

  test('with the old number of a firm that has got its code means that record; with both the row is named', async () => {
    const old = row('灌云旧号商行', {
      统一社会信用代码: '320723600012345',
      主体类型: '个体工商户',
      '住所（经营场所）': '灌云县伊山镇旧号路1号',
    });
    const coded = rewritten(old, '统一社会信用代码', composeUscc('92', '320723', 'MAYX9001'));
    await load(table([old]));
    await county.dataSource.query('UPDATE check_object SET uscc = $2 WHERE name = $1', ['灌云旧号商行', coded[2]]);
    const again = await load(table([rewritten(old, '联系电话', '0518-88810002')]));
    expect(again).toMatchObject({ state: 'loaded', counts: { added: 0, updated: 1 } });
    // The record is no second one of itself.
    expect(again.issues.filter(({ reason }) => /^object\.sameFirm/.test(reason.code))).toEqual([]);
    const both = await load(table([coded, old]));
    expect(both.state).toBe('refused');
    expect(both.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { line: 3, reason: { code: 'object.sameRecord', values: { row: 1, name: '灌云旧号商行' } } },
    ]);
  });

  test('of two files that bring the same new firm at once the second brings it up to date', async () => {
    const fresh = row('灌云同时有限公司');
    const reports = await Promise.all(
      ['0518-88810003', '0518-88810004'].map((phone) => load(table([rewritten(fresh, '联系电话', phone)]))),
    );
    expect(reports.map(({ counts }) => [counts.added, counts.updated]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('marks what the file brings with a tag and keeps the tags that were there', async () => {
    const content = table([row('灌云标签有限公司')]);
    await load(content, { tag: '餐饮2026' });
    expect(await load(content, { tag: '餐饮2026' })).toMatchObject({ counts: { updated: 0, unchanged: 1 } });
    expect(await load(content, { tag: '餐饮２０２６' })).toMatchObject({ counts: { updated: 0, unchanged: 1 } });
    await load(content, { tag: '二季度' });
    await load(content);
    expect(
      await county.dataSource.query(`SELECT tags, version FROM check_object WHERE name = '灌云标签有限公司'`),
    ).toEqual([{ tags: ['餐饮2026', '二季度'], version: 2 }]);
  });
});

test('recusals from a file stand in the officer’s history, and a blank list takes nothing away', async () => {
  const [firm]: { id: string; uscc: string }[] = await county.dataSource.query(
    'SELECT id, uscc FROM check_object WHERE uscc IS NOT NULL ORDER BY id LIMIT 1',
  );
  const officer = (more: Record<string, string>) => {
    const cells: Record<string, string> = {
      工号: 'X77',
      姓名: '测试己',
      单位: '县市场监督管理局',
      职务类别: '行政执法类公务员',
      执法证号: '样测77',
      证件有效期至: '2028-06-30',
      资格: '食品检查员',
      在岗状态: '在岗',
      ...more,
    };
    return Buffer.from(stringify([[...inspectorColumns], inspectorColumns.map((column) => cells[column] ?? '')]));
  };
  const bring = (content: Buffer) =>
    loadInspectors(county.dataSource, {
      actor,
      at: now,
      today: '2026-11-24',
      submission: randomUUID(),
      fileName: '人员.csv',
      content,
      dryRun: false,
    });
  await bring(officer({}));
  expect(await bring(officer({ 回避单位: firm?.uscc ?? '' }))).toMatchObject({ counts: { updated: 1 } });
  expect(await bring(officer({ 资格: '' }))).toMatchObject({ counts: { updated: 0, unchanged: 1 } });
  const [row]: { id: string; qualifications: string[] }[] = await county.dataSource.query(
    `SELECT id, qualifications FROM inspector WHERE staff_no = 'X77'`,
  );
  expect(row?.qualifications).toEqual(['食品检查员']);
  const [change] = await registerHistory(county.dataSource, 'inspector', row?.id ?? '');
  expect(change).toMatchObject({
    version: 2,
    before: { recusals: [] },
    after: { recusals: [{ object: firm?.id, reason: 'fromList' }] },
  });
});
