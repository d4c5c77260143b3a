import { readFileSync } from 'node:fs';
import type { RecusalMatch } from '../../../domain/registers/check-inspector-cells';
import {
  checkInspectorTable,
  inspectorColumns,
  type InspectorFacts,
} from '../../../domain/registers/check-inspector-table';
import { normalForm } from '../../../domain/text/normal-form';
import { readTable } from '../../../services/registers/read-table';
import { dataPath, expectedIssues, inWords, readCsv, towns } from './expected-errors';

const facts: InspectorFacts = {
  today: '2026-11-23',
  towns,
  units: readCsv('departments.csv').map((row) => ({
    code: row.code ?? '',
    name: row.name ?? '',
    shortName: row.short_name ?? '',
    fullName: row.full_name ?? '',
    inspects: !['GZFB', 'XZSP'].includes(row.code ?? ''),
  })),
  qualifications: ['食品检查员', '药品检查员', '医疗器械检查员', '特种设备安全监察员', '保化检查员'],
  recusals: new Map<string, RecusalMatch>([
    ['灌云样例零零一', 'partial'],
    [normalForm('91320723MAYY001579'), { object: 'object-15', byCode: true }],
  ]),
};
const { records } = readTable(readFileSync(dataPath('import-samples/inspectors.csv')), inspectorColumns);
const outcome = checkInspectorTable(records, facts);
const clean = [
  'GY9001',
  '测试甲',
  '县公安局',
  '行政执法类公务员',
  '样测9001',
  '2028-06-30',
  '',
  '',
  '伊山镇',
  '在岗',
  '',
];
const check = (changes: Partial<Record<(typeof inspectorColumns)[number], string>>) =>
  checkInspectorTable(
    [{ row: 1, line: 2, cells: inspectorColumns.map((column, index) => changes[column] ?? clean[index] ?? '') }],
    facts,
  );

test('the sample gives exactly the findings of the list', () => {
  expect(inWords(outcome.issues)).toEqual(expectedIssues('inspectors.csv'));
});

test('an inspector is taken in normal form', () => {
  const byNo = new Map(outcome.inspectors.map((inspector) => [inspector.staffNo, inspector]));
  expect(byNo.get('GY0004')?.certificates).toEqual([
    { no: '样测0700004', expiresOn: '2028-06-30' },
    { no: '省测0070004', expiresOn: '2028-06-30' },
  ]);
  expect(byNo.get('GY0018')?.certificates[1]).toEqual({ no: '省测0070018', expiresOn: '2024-05-31' });
  expect(byNo.get('GY0037')?.staffNo).toBe('GY0037');
  expect(byNo.get('GY0025')?.certificates[0]?.no).toBe('样测0700025');
  expect(byNo.get('GY0051')?.qualifications).toEqual(['药品检查员']);
  expect(byNo.get('GY0067')?.areas).toEqual([]);
  expect(byNo.get('GY0068')?.areas).toEqual(['320723100', '320723001']);
  expect(byNo.get('GY0061')?.recusals).toMatchObject({ objects: ['object-15'], unresolved: [] });
  expect(byNo.get('GY0045')?.department).toBe('YJJ');
  const refused = new Set(outcome.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.row));
  expect(outcome.inspectors).toHaveLength(records.length - refused.size);
});

test.each(inspectorColumns.filter((column) => column !== '回避单位'))('a card in %s refuses the row', (column) => {
  const { issues, inspectors } = check({ [column]: '320723 18991231 0028' });
  expect(issues).toContainEqual(
    expect.objectContaining({
      column,
      severity: 'error',
      reason: expect.objectContaining({ code: expect.stringMatching(/\.identityCard$/) as string }) as object,
    }),
  );
  expect(inspectors).toEqual([]);
});

test('a recusal by the number of a card bars the officer and is kept masked', () => {
  const { inspectors } = check({ 回避单位: '经营者320723189912310028' });
  expect(inspectors[0]?.recusals.unresolved).toEqual([{ text: '经营者320723************', cause: 'unknown' }]);
});

test.each([
  [{ 职务类别: '行政执法类 公务员' }, { postClass: 'civilServant' }],
  [{ 在岗状态: '退\u3000休' }, { dutyStatus: 'retired' }],
  [{ 在岗状态: '在\u200b岗' }, { dutyStatus: 'onDuty' }],
  [{ 责任区域: '全 县' }, { areas: [] }],
  [{ 责任区域: '伊山 镇、侍庄\u3000街道' }, { areas: ['320723100', '320723001'] }],
  [{ 资格: '食品 检查员、⻝品检查员' }, { qualifications: ['食品检查员'] }],
])('%j: a word of a dictionary in any width is the word', (changes, taken) => {
  const { inspectors, issues } = check(changes);
  expect(inspectors).toEqual([expect.objectContaining(taken)]);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('an auxiliary is told in any width, and a slip is still one', () => {
  expect(check({ 职务类别: '聘用 辅助人员' }).issues[0]?.reason.code).toBe('inspector.postAuxiliary');
  expect(check({ 资格: '药品检察员' }).issues).toMatchObject([{ severity: 'warning' }]);
});

test('a certificate is valid through its last day', () => {
  expect(check({ 证件有效期至: '2026-11-23' }).issues[0]?.severity).toBe('warning');
  const expired = check({ 证件有效期至: '2026-11-22' });
  expect(expired.issues).toMatchObject([{ severity: 'warning', reason: { code: 'inspector.expired' } }]);
  expect(expired.inspectors).toHaveLength(1);
  expect(check({ 证件有效期至: '2026-12-23' }).issues[0]?.severity).toBe('warning');
  expect(check({ 证件有效期至: '2026-12-24' }).issues).toEqual([]);
});

test.each([
  [{ 单位: '县行政审批局' }, '单位'],
  [{ 单位: '某局' }, '单位'],
  [{ 工号: '' }, '工号'],
  [{ 工号: '甲1' }, '工号'],
  [{ 执法证号: '样测1、样测2、样测3', 证件有效期至: '2028-01-01、2028-01-02' }, '证件有效期至'],
  [{ 在岗状态: '' }, '在岗状态'],
  [{ 职务类别: '' }, '职务类别'],
])('%j is refused', (changes, column) => {
  const { issues, inspectors } = check(changes);
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([
    expect.objectContaining({ column, severity: 'error' }),
  ]);
  expect(inspectors).toEqual([]);
});
