import { AccountCreation } from '../../../domain/registers/account-edit';
import { CalendarPublication } from '../../../domain/registers/calendar-publication';
import { checkObjectTable, objectColumns } from '../../../domain/registers/check-object-table';
import { indexIndustries } from '../../../domain/registers/check-industry-cell';
import { ItemChange } from '../../../domain/registers/item-change';
import { ObjectEdit } from '../../../domain/registers/object-edit';
import { isSettingKey, settingValues } from '../../../domain/registers/setting-values';
import { isDay } from '../../../domain/calendar/iso-day';
import { composeUscc, hasUsccCheck } from '../../../domain/uscc';
import { objectCells } from './object-cells';

describe('a published calendar', () => {
  const publication = (days: { date: string; kind: string; name?: string }[], year = 2027) =>
    CalendarPublication.safeParse({
      year,
      source: '国务院办公厅通知',
      scope: 'whole',
      days: days.map((day) => ({ name: '元旦', ...day })),
    });

  test('holds days of its year and the two beside it, each once, and swaps weekends only', () => {
    expect(
      publication([
        { date: '2027-01-01', kind: 'holiday' },
        { date: '2027-01-02', kind: 'swapped-workday' },
      ]).success,
    ).toBe(true);
    expect(publication([]).success).toBe(false);
    expect(publication([{ date: '2027-02-30', kind: 'holiday' }]).success).toBe(false);
    const codes = (days: { date: string; kind: string }[]) =>
      publication(days).error?.issues.map((issue) => issue.message);
    expect(codes([{ date: '2026-12-31', kind: 'holiday' }])).toBeUndefined();
    expect(codes([{ date: '2025-12-31', kind: 'holiday' }])).toEqual(['dayOfOtherYear']);
    expect(codes([{ date: '2029-01-01', kind: 'holiday' }])).toEqual(['dayOfOtherYear']);
    expect(codes([{ date: '2027-01-04', kind: 'swapped-workday' }])).toEqual(['swappedWeekday']);
    expect(
      codes([
        { date: '2027-01-01', kind: 'holiday' },
        { date: '2027-01-01', kind: 'holiday' },
      ]),
    ).toEqual(['dayTwice']);
  });
});

test.each([
  [ObjectEdit, { colour: 'red' }],
  [ObjectEdit, { name: '甲\u0000' }],
  [ObjectEdit, { uscc: '91320723OAYY00149E' }],
  [ObjectEdit, { riskClass: 'E' }],
  [ObjectEdit, { responsibleDepartments: [] }],
  [ItemChange, { cause: 'whim', effectiveFrom: '2027-01-01' }],
  [ItemChange, { cause: 'amended', effectiveFrom: '2027-01-01', catalogueCode: '123' }],
  [AccountCreation, { username: 'Root', name: '甲', department: 'SCJG', capacities: ['inspector'], password: 'x' }],
  [AccountCreation, { username: 'zhang', name: '甲', department: 'SCJG', capacities: ['system'], password: 'x' }],
])('%# is refused at the boundary', (schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});

test('an authorisation ends no earlier than it begins, and prototype names are no settings', () => {
  const authorisation = {
    id: 'a-1',
    document: '纪要',
    scope: '一般事项',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  };
  expect(settingValues['decision.authorisations'].safeParse([authorisation]).success).toBe(true);
  expect(
    settingValues['decision.authorisations'].safeParse([{ ...authorisation, validTo: '2025-12-31' }]).success,
  ).toBe(false);
  expect(isSettingKey('__proto__')).toBe(false);
  expect(isSettingKey('toString')).toBe(false);
});

test('a leap day exists every fourth year, not every hundredth, but every four-hundredth', () => {
  expect(['2024-02-29', '2100-02-29', '2000-02-29', '2026-02-29'].map(isDay)).toEqual([true, false, true, false]);
});

test('subject checks of ten and eleven are written X and 0', () => {
  const checks = new Set(
    Array.from({ length: 200 }, (_, number) =>
      composeUscc('91', '320723', `MA1A${String(number).padStart(4, '0')}`).charAt(16),
    ),
  );
  expect([...checks].sort().join('')).toBe('0123456789X');
  expect(hasUsccCheck('short')).toBe(false);
});

test('the same code and name on differing rows is a duplicate as well; short and long rows name what is wrong', () => {
  const row = (number: number, changes: Record<number, string> = {}) => ({
    row: number,
    line: number + 1,
    cells: objectCells.map((cell, index) => changes[index] ?? cell),
  });
  const facts = {
    today: '2026-11-24',
    towns: [{ code: '320723100', name: '伊山镇' }],
    industries: indexIndustries([{ code: '6210', name: '正餐服务' }]),
  };
  const long = { ...row(3), cells: [...row(3).cells, 'x', 'y'] };
  const { issues } = checkObjectTable(
    [row(1), row(2, { 5: '0518-12345678' }), long, { row: 4, line: 5, cells: ['1'] }],
    facts,
  );
  expect(issues.map((issue) => issue.reason)).toEqual([
    { code: 'code.again', values: { row: 1 } },
    { code: 'row.long', values: { count: 2 } },
    { code: 'row.short', values: { missing: objectColumns.slice(1) } },
  ]);
});
