import { readFileSync } from 'node:fs';
import { indexIndustries } from '../../../domain/registers/check-industry-cell';
import { checkObjectTable, objectColumns, type ObjectFacts } from '../../../domain/registers/check-object-table';
import { codePointOf } from '../../../domain/text/invisible-marks';
import { readTable } from '../../../services/registers/read-table';
import { objectCells } from './object-cells';
import { dataPath, expectedIssues, inWords, readCsv, towns } from './expected-errors';

const facts: ObjectFacts = {
  today: '2026-11-23',
  towns,
  industries: indexIndustries(readCsv('industries.csv').map((row) => ({ code: row.code ?? '', name: row.name ?? '' }))),
};
const sample = readFileSync(dataPath('import-samples/objects-gb18030.csv'));
const outcome = checkObjectTable(readTable(sample, objectColumns).records, facts);

test('the GB18030 sample gives exactly the findings of the list, by row, line, column, value, reason and severity', () => {
  expect(inWords(outcome.issues)).toEqual(expectedIssues('objects-gb18030.csv'));
});

test('rows without an error are taken, in normal form', () => {
  const refused = new Set(
    outcome.issues
      .filter(
        ({ severity, column, reason }) =>
          severity === 'error' || column === '（整行）' || ['row.total', 'row.group'].includes(reason.code),
      )
      .map((issue) => issue.row),
  );
  expect(outcome.objects.map((object) => object.row)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 1).filter((row) => !refused.has(row)),
  );
  const byRow = new Map(outcome.objects.map((object) => [object.row, object]));
  expect(byRow.get(7)?.uscc).toBe('92320723MAYY00077J');
  expect(byRow.get(16)).toMatchObject({ registrationNo: '320723000012345' });
  expect(byRow.get(16)?.uscc).toBeUndefined();
  expect(byRow.get(30)?.foundedOn).toBe('2019-03-05');
  expect(byRow.get(44)?.address).toBe('灌云县杨集镇样例路9号，东侧"样例大厦"A,B座');
  expect(byRow.get(50)?.name).toBe('灌云样例𠮷行商贸有限公司');
  expect(byRow.get(56)?.division).toBe('320723001');
  expect(byRow.get(65)?.industry).toBe('6210');
  expect(byRow.get(69)?.status).toBe('deregistered');
});

test('the same file in UTF-8, with and without a mark, reads the same', () => {
  const text = new TextDecoder('gb18030').decode(sample);
  for (const content of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(text.replaceAll('\r\n', '\n'))]) {
    expect(checkObjectTable(readTable(content, objectColumns).records, facts).issues).toHaveLength(
      outcome.issues.length,
    );
  }
});

test.each([
  ['IMPORT_EMPTY', Buffer.alloc(0)],
  ['IMPORT_EMPTY', Buffer.from(' \r\n')],
  ['IMPORT_EMPTY', Buffer.from(objectColumns.join(','))],
  ['IMPORT_NOT_CSV', readFileSync(dataPath('import-samples/objects.xlsx'))],
  ['IMPORT_ENCODING', Buffer.from([0xff, 0xff, 0x41, 0x0a])],
  ['IMPORT_DELIMITER', Buffer.from(objectColumns.join('，'))],
  ['IMPORT_HEADERS', Buffer.from('企业名称,统一社会信用代码\n甲,91320723MA1A000165\n')],
  ['IMPORT_QUOTES', Buffer.from(`${objectColumns.join(',')}\n1,"甲\n`)],
])('%s', (code, content) => {
  expect(() => readTable(content, objectColumns)).toThrow(expect.objectContaining({ code }) as Error);
});

test.each([
  '\u200b',
  '\u00ad',
  '\u3164',
  '\u{e0100}',
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2028',
  '\u2029',
  '\ufeff',
])('the invisible mark %j goes with a remark, wherever it stands', (mark) => {
  const cells = [
    '1',
    '甲公司',
    '91320723MA1A000165',
    '企业',
    '甲',
    '',
    '灌云县,伊山镇',
    '伊山镇',
    '6210',
    '2020-01-01',
    '存续',
    'A',
    '备注',
  ];
  for (const column of ['企业名称', '住所（经营场所）', '备注']) {
    const at = objectColumns.indexOf(column as (typeof objectColumns)[number]);
    const spoilt = cells.map((cell, index) => (index === at ? `${cell.slice(0, 1)}${mark}${cell.slice(1)}` : cell));
    const { objects, issues } = checkObjectTable([{ row: 1, line: 2, cells: spoilt }], facts);
    expect(JSON.stringify(objects)).not.toContain(mark);
    expect(objects).toHaveLength(1);
    expect(issues).toContainEqual(
      expect.objectContaining({
        column,
        severity: 'auto-fix',
        value: spoilt[at],
        reason: { code: 'row.marks', values: { marks: [codePointOf(mark)] } },
      }),
    );
  }
  const { objects } = checkObjectTable([{ row: 1, line: 2, cells }], facts);
  expect(objects).toHaveLength(1);
});

test.each(objectColumns)('a card in %s refuses the row', (column) => {
  const card = '身份证3207231899\u200b12310028';
  const spoilt = objectCells.map((cell, index) => (objectColumns[index] === column ? card : cell));
  const { objects, issues } = checkObjectTable([{ row: 1, line: 2, cells: spoilt }], facts);
  expect(issues).toContainEqual(expect.objectContaining({ column, severity: 'error' }));
  expect(objects).toEqual([]);
});

test('a control character and an endless cell are refused by column', () => {
  const row = (name: string) => objectCells.with(1, name);
  const { issues, objects } = checkObjectTable(
    [
      { row: 1, line: 2, cells: row('甲\u0007') },
      { row: 2, line: 3, cells: row('甲'.repeat(2001)) },
      { row: 3, line: 4, cells: row('甲\uD800') },
    ],
    facts,
  );
  expect(issues.map((issue) => [issue.row, issue.column, issue.severity])).toEqual(
    [1, 2, 3].map((number) => [number, '企业名称', 'error']),
  );
  expect(objects).toEqual([]);
});
