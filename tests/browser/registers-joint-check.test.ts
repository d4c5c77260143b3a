import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ElementHandle, Page } from 'puppeteer';
import { inspectorColumns } from '../../domain/registers/check-inspector-table';
import { objectColumns } from '../../domain/registers/check-object-table';
import type { JointCheckState } from '../../domain/joint-check/state';
import { composeUscc } from '../../domain/uscc';
import type { VisitState } from '../../domain/visit/state';
import { until } from '../engine/lifecycle/until';
import { dayIn, draw, stage } from '../engine/lifecycle/whole-check';
import { CountyBrowser, fill, press, submit } from './county-browser';

const tag = '餐饮2026';
let site: CountyBrowser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registers-'));
  site = await CountyBrowser.open();
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const code = (number: number) => composeUscc('92', '320723', `MAYY${String(number).padStart(4, '0')}`);
function shop(number: number, changes: Partial<Record<(typeof objectColumns)[number], string>> = {}): string[] {
  const cells: Record<string, string> = {
    序号: String(number),
    企业名称: `灌云手册${number}号饭店`,
    统一社会信用代码: code(number),
    主体类型: '个体工商户',
    '法定代表人（负责人）': '测试甲',
    联系电话: '0518-00000001',
    '住所（经营场所）': `灌云县伊山镇手册路${number}号`,
    所属乡镇: '伊山镇',
    行业代码: '6210',
    成立日期: '2019-03-05',
    登记状态: '在业',
    风险等级: 'C',
    ...changes,
  };
  return objectColumns.map((column) => cells[column] ?? '');
}
function officer(number: number, unit: string, qualification: string): string[] {
  const cells: Record<string, string> = {
    工号: `SC${number}`,
    姓名: `手册${['甲', '乙', '丙', '丁', '戊', '己'][number - 1]}`,
    单位: unit,
    职务类别: '行政执法类公务员',
    执法证号: `样手${number}`,
    证件有效期至: '2031-06-30',
    资格: qualification,
    在岗状态: '在岗',
  };
  return inspectorColumns.map((column) => cells[column] ?? '');
}

/** A tab as wide as a desk's screen. */
async function desk(username: string, path: string): Promise<Page> {
  const page = await site.tab(username, path);
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}

/** Chooses a file in the load form and sends it. */
async function upload(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const field = (await page.$('#file')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
  await press(page, 'form[enctype] button');
}
const confirmButton = 'form[action*="/load/"]:not([enctype]) button';
const main = (page: Page) => page.$eval('main', (element) => element.textContent ?? '');
const download = (page: Page, selector: string) =>
  page.$eval(selector, async (link) => (await fetch((link as HTMLAnchorElement).href)).text());
async function tick(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (box) => {
    const details = box.closest('details');
    if (details) details.open = true;
    (box as HTMLInputElement).click();
  });
}
const setDay = (page: Page, selector: string, day: string) =>
  page.$eval(selector, (field, value) => ((field as HTMLInputElement).value = value), day);
const nextStep = '.govuk-button-group button[name="_step"][value="next"]';
const idsOf = async (sql: string) =>
  ((await site.county.dataSource.query(sql)) as { id: string }[]).map(({ id }) => id);

test('a person loads a county’s own firms and officers, mends what was wrong, and draws a joint check from exactly these', async () => {
  // Officers of two departments, by the office.
  const people = await desk('office-handler', '/registers/inspectors/load');
  const team = [1, 2, 3]
    .map((number) => officer(number, '县市场监督管理局', '价格检查员、商务执法员'))
    .concat([4, 5, 6].map((number) => officer(number, '县卫生健康委员会', '教育督导员、统计执法员')));
  await upload(people, '人员.csv', stringify([[...inspectorColumns], ...team]));
  expect(await main(people)).toContain('确认导入 6 行');
  await press(people, confirmButton);
  expect(await main(people)).toContain('导入完成：新增 6 行');

  // A file of firms with two mistakes: the report names them, and nothing is written.
  const page = await desk('scjg-handler', '/registers/objects/load');
  const faulty = [
    shop(1),
    shop(2, { 统一社会信用代码: '9232072' }),
    shop(3),
    shop(4, { 成立日期: '2019-02-30' }),
    shop(5),
    shop(6),
  ];
  await upload(page, '对象.csv', stringify([[...objectColumns], ...faulty]));
  const report = await main(page);
  for (const words of ['发现 2 处错误', '第 3 行', '只有7位', '第 5 行', '日期不存在']) expect(report).toContain(words);
  expect(await page.$(confirmButton)).toBeNull();
  expect(await idsOf(`SELECT id FROM check_object WHERE name LIKE '灌云手册%'`)).toEqual([]);

  // The person mends the two cells in the file that came back, and sends that.
  const rows = parse(await download(page, 'a[href$="annotated.csv"]'), { bom: true }) as string[][];
  expect(rows[2]?.[0]).toBe('错误：统一社会信用代码：只有7位');
  rows[2]?.splice(1 + objectColumns.indexOf('统一社会信用代码'), 1, code(2));
  rows[4]?.splice(1 + objectColumns.indexOf('成立日期'), 1, '2019-02-28');
  await upload(page, '对象-改.csv', stringify(rows));
  expect(await main(page)).toContain('检查通过，尚未写入');
  await fill(page, '#tag', tag);
  await press(page, confirmButton);
  expect(await main(page)).toContain('导入完成：新增 6 行');
  // The list opens on what was loaded.
  expect(await main(page)).toContain('共 6 户');
  const firms = await idsOf(`SELECT id FROM check_object WHERE name LIKE '灌云手册%'`);
  expect(firms).toHaveLength(6);

  // The proposal selects them by their tag and asks for the officers' qualifications.
  const [first = '', second = ''] = await Promise.all(
    ['SCJG', 'WJW'].map(
      async (unit) =>
        (
          (await site.county.dataSource.query(
            'SELECT code FROM check_item WHERE department = $1 AND active ORDER BY code LIMIT 1',
            [unit],
          )) as { code: string }[]
        )[0]?.code,
    ),
  );
  await page.goto(`${site.address}/new/jointCheck.propose`);
  await fill(page, '#scheme-title', '餐饮单位部门联合抽查');
  await setDay(page, '#scheme-windowFrom', dayIn(0));
  await setDay(page, '#scheme-windowTo', dayIn(30));
  await press(page, nextStep);
  await tick(page, `input[name="task[SCJG][items][]"][value="${first}"]`);
  await tick(page, `input[name="task[WJW][items][]"][value="${second}"]`);
  await fill(page, '#qualifications-SCJG', '价格检查员、商务执法员');
  await fill(page, '#qualifications-WJW', '教育督导员、统计执法员');
  await press(page, nextStep);
  await fill(page, '#scheme-scope-tags', tag);
  for (const grade of 'ABCD') await fill(page, `#percent-${grade}`, '');
  await fill(page, '#count-C', '3');
  await press(page, nextStep);
  await press(page, submit);
  expect(page.url()).toMatch(/\/cases\/joint-check\//);
  const check = page.url().slice(page.url().indexOf('joint-check/'));
  const number = check.slice('joint-check/'.length);

  // The item changes from today on: what was proposed before keeps the version it began with (M1).
  await page.goto(`${site.address}/registers/items/${first}/edit`);
  await tick(page, 'input[name="cause"][value="amended"]');
  await fill(page, '#method', '书面检查');
  await fill(page, '#reason', '上级清单调整');
  await press(page, submit);
  expect(await main(page)).toContain('第 2 版');

  await site.county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  const round = `consultation/${number}-Z1`;
  await stage(site.county, round, 'open');
  await until(
    () => site.county.attempt({ by: 'wjw-liaison', act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  await site.county.act({ by: 'wjw-handler', act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } });
  await site.county.act({ by: 'wjw-leader', act: 'consultation.sendAnswer', on: round });
  await until(
    () => site.county.attempt({ by: 'scjg-handler', act: 'jointCheck.submit', on: check }),
    (outcome) => outcome.kind === 'done',
  );
  await site.county.act({
    by: 'office-handler',
    act: 'jointCheck.proposeDecision',
    on: check,
    input: { outcome: 'approve', basis: 'authorisation', authorisation: 'demo-standing-1' },
  });
  await site.county.act({ by: 'office-director', act: 'jointCheck.decide', on: check, input: { consent: 'confirm' } });
  const visits = await draw(site.county, number);

  expect(visits).toHaveLength(3);
  const own = await idsOf(`SELECT id FROM inspector WHERE name LIKE '手册%'`);
  const states = await Promise.all(visits.map((id) => site.county.state<VisitState>(id)));
  const drawn = states.map((state) => state?.object ?? '');
  expect(new Set(drawn).size).toBe(3);
  for (const object of drawn) expect(firms).toContain(object);
  for (const state of states) {
    expect(Object.keys(state?.results ?? {}).sort()).toEqual(['SCJG', 'WJW']);
    for (const result of Object.values(state?.results ?? {}))
      for (const one of result.officers.slice(0, 2)) expect(own).toContain(one);
  }
  const begun = await site.county.state<JointCheckState>(check);
  expect(begun?.items.find((item) => item.code === first)?.version).toBe(1);

  // A person finds them again: the check among the firm's, the firm's own changes in its history.
  const [object = ''] = drawn;
  await page.goto(`${site.address}/registers/objects/${object}`);
  const shown = await main(page);
  for (const words of [number, '导入', tag]) expect(shown).toContain(words);
});
