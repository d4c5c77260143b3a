import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { checkDateCell } from '../../../domain/registers/check-date-cell';
import { indexIndustries } from '../../../domain/registers/check-industry-cell';
import { checkInspectorTable, inspectorColumns } from '../../../domain/registers/check-inspector-table';
import { checkObjectTable, objectColumns } from '../../../domain/registers/check-object-table';
import { csvFile } from '../../../services/registers/import-report';
import { readTable } from '../../../services/registers/read-table';
import { readCsv, towns } from './expected-errors';

const facts = {
  today: '2026-11-30',
  towns,
  industries: indexIndustries(readCsv('industries.csv').map((row) => ({ code: row.code ?? '', name: row.name ?? '' }))),
};
const file = (name: string) => readFileSync(join(__dirname, '../../fixtures/cases', name));
const read = (content: Buffer) => {
  const { records, issues } = readTable(content, objectColumns);
  const checked = checkObjectTable(records, facts);
  return { ...checked, around: issues.map(({ line, reason }) => [line, reason.code, reason.values?.['count']]) };
};
const firm = (number: number) => [
  String(number),
  `灌云读法${number}号饭店`,
  '',
  '企业',
  '测试甲',
  '0518-00000001',
  '灌云县伊山镇读法路1号',
  '伊山镇',
  '6210',
  '2019-03-05',
  '在业',
  'B',
  '',
];
const table = (delimiter = ',', rows = [firm(1), firm(2)]) => stringify([[...objectColumns], ...rows], { delimiter });
const names = (content: Buffer) => readTable(content, objectColumns).records.map(({ cells }) => cells[1]);

test.each([
  ['04a-head-crlf-rows-lf.csv', []],
  ['04b-two-files-joined.csv', []],
  ['04c-head-lf-rows-crlf-quoted.csv', []],
  ['04d-empty-columns-at-the-end.csv', [[1, 'table.emptyColumns', 3]]],
  ['04e-title-line-above.csv', [[1, 'table.title', 1]]],
])('%s holds four firms; what was left out around them is said once', (name, around) => {
  const found = read(file(name));
  expect(found.objects.map(({ name: firmName }) => firmName)).toEqual(
    [401, 402, 403, 404].map((number) => `灌云测例${number}号饭店`),
  );
  expect(found.around).toEqual(around);
  expect(found.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('05: what other programs make of days and numbers is read where nothing is lost, and refused where digits are', () => {
  const { objects, issues } = read(file('05-values-of-other-programs.csv'));
  const row = (number: number) => objects.find(({ name }) => name.includes(`测例${number}号`));
  const said = (number: number) =>
    issues.filter((issue) => issue.row === number - 500).map(({ column, reason: { code } }) => `${column} ${code}`);
  for (const number of [501, 502, 503, 504, 505]) {
    expect(row(number)?.foundedOn).toBe('2019-03-05');
    expect(said(number)).toContain('成立日期 date.withTime');
  }
  expect([row(506), said(506)]).toEqual([undefined, ['联系电话 row.scientific']]);
  expect([row(507)?.phone, said(507)]).toEqual(['10000000001', ['联系电话 row.decimal']]);
  expect([row(508)?.industry, row(509)?.industry]).toEqual(['6210', '0141']);
  expect(row(510)?.registrationNo).toBe('320723900000510');
  for (const number of [511, 512]) {
    expect(row(number)).toBeUndefined();
    expect(said(number)).toContain('统一社会信用代码 code.scientific');
  }
});

test.each([
  ['2019-03-05T00:30:00+09:00', undefined],
  ['2019-03-04T16:00:00Z', '2019-03-05'],
  ['2019-03-05T00:00:00Z', undefined],
  ['2019年3月5日 0:00', '2019-03-05'],
  ['2019-02-30 00:00:00', undefined],
  ['2019-03-05 14:30', '2019-03-05'],
  ['2019-03-05 9:00:00.5', '2019-03-05'],
])('the moment %s is the day %s', (cell, day) => {
  expect(checkDateCell(cell).value).toBe(day);
});

test('digits that a spreadsheet lost are refused in every column, and a number that only looks like one is not', () => {
  const lost = (column: string, value: string) => {
    const cells = firm(1).map((cell, index) => (objectColumns[index] === column ? value : cell));
    return checkObjectTable([{ row: 1, line: 2, cells }], facts).issues.filter(({ reason }) =>
      reason.code.endsWith('.scientific'),
    );
  };
  for (const column of objectColumns.filter((name) => name !== '成立日期'))
    expect(lost(column, '1.2E+15')).toHaveLength(1);
  expect([lost('备注', '1.5E10'), lost('备注', '2E10'), lost('备注', '1.5E')].map((found) => found.length)).toEqual([
    1, 0, 0,
  ]);
  const officer = (no: string) =>
    checkInspectorTable([{ row: 1, line: 2, cells: inspectorColumns.map((name) => (name === '执法证号' ? no : '')) }], {
      ...facts,
      units: [],
      qualifications: [],
      recusals: new Map(),
    }).issues.map(({ column, reason }) => `${column} ${reason.code}`);
  expect(officer('3.2E15')).toContain('执法证号 row.scientific');
  expect(officer('32070001.0')).toContain('执法证号 row.decimal');
});

test.each([',', '\t', ';', '|'])('columns may be told apart by %j, in any encoding', (delimiter) => {
  const text = table(delimiter, [
    firm(1),
    firm(2).map((cell) => (cell.startsWith('灌云读法') ? '一；二，“三”|四\t五' : cell)),
  ]);
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const content of [Buffer.from(text), wide, Buffer.from(wide).swap16(), Buffer.from(text.replaceAll('\n', '\r'))])
    expect(names(content)).toEqual(['灌云读法1号饭店', '一；二，“三”|四\t五']);
});

test('heads in another width, a heading again, rows and columns that are empty at the end, and what is no record', () => {
  const heads = objectColumns.map((name) => name.replace('（', '(').replace('）', ')'));
  const text = stringify([
    ['灌云县检查对象名录', ...Array<string>(12).fill('')],
    ['填报单位：县市场监督管理局', ...Array<string>(12).fill('')],
    heads,
    ['一、企业部分', ...Array<string>(12).fill('')],
    firm(1),
    [...objectColumns],
    firm(2),
    ['合计', '2户', ...Array<string>(11).fill('')],
    ['填表人：测试甲', '', '', '审核人：测试乙', ...Array<string>(9).fill('')],
    ...Array.from({ length: 400 }, () => Array<string>(13).fill('')),
  ]);
  const { around, issues } = read(Buffer.from(text));
  expect(around).toEqual([
    [1, 'table.title', 2],
    [6, 'table.headingAgain', undefined],
    [10, 'table.emptyRows', 400],
  ]);
  expect(
    issues.filter(({ column }) => column === '序号').map(({ line, severity, reason }) => [line, severity, reason.code]),
  ).toEqual([
    [4, 'warning', 'row.group'],
    [8, 'warning', 'row.total'],
    [9, 'warning', 'row.signature'],
  ]);
});

test('a byte that cannot be read names its line, in the encoding that reads the most', () => {
  const refusal = (content: Buffer) => {
    try {
      return readTable(content, objectColumns);
    } catch (failure) {
      return (failure as { code: string; details: { line?: number } }).details.line;
    }
  };
  const [head = '', ...rows] = table().split('\n');
  expect(
    refusal(Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xff, 0x0a]), Buffer.from(rows.join('\n'))])),
  ).toBe(2);
  const gb = Buffer.from('c6f3d2b50aff0ac6f3d2b50a', 'hex');
  expect(refusal(gb)).toBe(2);
});

test('a cell beside an empty head is told as a column too many, never dropped', () => {
  const text = stringify([
    [...objectColumns, '', ''],
    [...firm(1), '', ''],
    [...firm(2), '另记', ''],
  ]);
  const { issues } = read(Buffer.from(text));
  expect(issues.find(({ row }) => row === 2)).toMatchObject({ column: '（整行）', reason: { code: 'row.long' } });
  expect(issues.some(({ row, reason }) => row === 1 && reason.code === 'row.long')).toBe(false);
});

test('a line break of any kind within a cell of a file of ours is no end of its row', () => {
  const notes = ['第一行\n第二行', '第一行\r第二行', '第一行\r\n第二行', '"引号"，逗号,'];
  const rows = notes.map((note, index) => [...firm(index + 1).slice(0, -1), note]);
  const { records } = readTable(Buffer.from(csvFile([[...objectColumns], ...rows])), objectColumns);
  expect(records.map(({ cells }) => cells.at(-1))).toEqual(notes);
});
