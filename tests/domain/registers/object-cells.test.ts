import { checkCodeCell } from '../../../domain/registers/check-code-cell';
import { checkDateCell } from '../../../domain/registers/check-date-cell';
import { checkIndustryCell, indexIndustries } from '../../../domain/registers/check-industry-cell';
import {
  checkAddress,
  checkFirmName,
  checkFoundedOn,
  checkKind,
  checkNote,
  checkPhone,
  checkRepresentative,
  checkRiskClass,
  checkStatus,
} from '../../../domain/registers/check-object-cells';
import type { Verdict } from '../../../domain/registers/cell-verdict';

type Expected = [cell: string, value: unknown, severity: string | undefined];
const judges = (check: (cell: string) => Verdict<unknown>, cases: Expected[]) =>
  test.each(cases)('%j → %j, %s', (cell, value, severity) => {
    const verdict = check(cell);
    expect(verdict.value).toEqual(value);
    expect(verdict.finding?.severity).toBe(severity);
  });

describe('names', () => {
  judges(checkFirmName, [
    ['  ', undefined, 'error'],
    ['灌云\n样例公司', '灌云样例公司', 'auto-fix'],
    [' 灌云样例公司', '灌云样例公司', 'auto-fix'],
    ['+灌云', undefined, 'error'],
    ['灌云样例公司', '灌云样例公司', undefined],
  ]);
});

describe('addresses and notes', () => {
  judges(checkAddress, [
    ['', null, undefined],
    ['样例路1号_x000D_', '样例路1号', 'auto-fix'],
  ]);
  judges(checkNote, [
    [' ', null, undefined],
    ['长'.repeat(200), '长'.repeat(200), undefined],
    ['长'.repeat(201), '长'.repeat(201), 'warning'],
  ]);
});

describe('kinds and statuses', () => {
  judges(checkKind, [
    ['', undefined, 'error'],
    ['某类', undefined, 'error'],
    ['合作社', 'cooperative', 'auto-fix'],
    ['产品', 'product', undefined],
    ['企 业', 'enterprise', undefined],
    ['外国(地区)企业常驻代表机构', 'representativeOffice', undefined],
    ['外国企业 常驻代表机构', 'representativeOffice', 'auto-fix'],
    ['有限\u3000公司', 'enterprise', 'warning'],
  ]);
  judges(checkStatus, [
    ['', undefined, 'error'],
    ['歇业', 'dormant', 'warning'],
    ['停业', 'suspended', 'warning'],
    ['迁出', 'movedOut', 'warning'],
    ['吊销，已注销', 'deregistered', 'warning'],
    ['constructor', undefined, 'error'],
    ['吊销,未注销', 'revoked', 'warning'],
    ['存续(在营、开业、在册)', 'active', 'auto-fix'],
  ]);
});

describe('risk classes', () => {
  judges(checkRiskClass, [
    ['#N/A', undefined, 'error'],
    ['d', 'D', 'auto-fix'],
    ['\uff44', 'D', 'auto-fix'],
    ['高 风险', 'D', 'auto-fix'],
    ['高', 'D', 'auto-fix'],
    ['Ｅ', undefined, 'error'],
    ['AB', undefined, 'error'],
    ['toString', undefined, 'error'],
  ]);
});

describe('telephones and people', () => {
  judges(checkPhone, [
    ['', null, undefined],
    ['13800000000', '13800000000', undefined],
    ['0518-8888888-12', '0518-8888888-12', undefined],
    ['问门卫', '问门卫', 'warning'],
  ]);
  judges(checkRepresentative, [
    ['=A1', undefined, 'error'],
    ['John Smith', 'John Smith', undefined],
  ]);
});

describe('codes', () => {
  judges(checkCodeCell, [
    ['=A1', undefined, 'error'],
    ['91320723MA1A0001650', undefined, 'error'],
    [' 91320723MA1A000165', { uscc: '91320723MA1A000165' }, 'auto-fix'],
  ]);
});

describe('dates', () => {
  judges(checkDateCell, [
    ['二〇一九年三月五日', undefined, 'error'],
    ['-5', undefined, 'error'],
    [' 2019-03-05', '2019-03-05', 'auto-fix'],
    ['2019-3-5', '2019-03-05', 'auto-fix'],
    ['2019/2/30', undefined, 'error'],
    ['20191301', undefined, 'error'],
    ['2019-03', undefined, 'error'],
    ['不详', undefined, 'error'],
  ]);
  judges(
    (cell) => checkFoundedOn(cell, '2026-11-24'),
    [
      ['1900-01-01', null, 'warning'],
      ['2026-11-24', '2026-11-24', undefined],
      ['2026-11-25', undefined, 'error'],
    ],
  );
});

describe('industries', () => {
  const index = indexIndustries([
    { code: 'H', name: '住宿和餐饮业' },
    { code: '62', name: '餐饮业' },
    { code: '6210', name: '正餐服务' },
    { code: '621', name: '正餐服务' },
    { code: '0141', name: '蔬菜种植' },
  ]);
  judges(
    (cell) => checkIndustryCell(cell, index),
    [
      ['', null, 'warning'],
      ['H', 'H', 'warning'],
      ['62', '62', 'warning'],
      ['621', '621', 'warning'],
      ['141', '0141', 'auto-fix'],
      ['６２１０', '6210', undefined],
      ['h6210', '6210', 'auto-fix'],
      ['H9999', undefined, 'error'],
      ['正餐服务', '6210', 'auto-fix'],
      ['正餐\u3000服务', '6210', 'auto-fix'],
    ],
  );
});
