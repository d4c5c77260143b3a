import { checkCards } from './check-cards';
import { checkCodeCell, type FirmCode } from './check-code-cell';
import { checkIndustryCell, type IndustryIndex } from './check-industry-cell';
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
} from './check-object-cells';
import { checkTownCell, type Town } from './check-town-cell';
import { sameText } from '../text/normal-form';
import type { Verdict } from './cell-verdict';
import type { ImportIssue } from './import-issue';
import { codeReasons, objectReasons, riskColumn } from './import-reasons';
import { kindOfCode, type ObjectKind, type ObjectStatus } from './object-dictionary';
import { mendMarks } from './mend-marks';
import { checkLostDigits, mendNumbers } from './mend-numbers';
import { checkRowShape } from './row-shape';
import type { TableRow } from './table-row';

export const objectColumns = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '主体类型',
  '法定代表人（负责人）',
  '联系电话',
  '住所（经营场所）',
  '所属乡镇',
  '行业代码',
  '成立日期',
  '登记状态',
  riskColumn,
  '备注',
] as const;
type Column = (typeof objectColumns)[number];
const codeColumn: Column = '统一社会信用代码';
const phoneColumn: Column = '联系电话';
const numbered: readonly Column[] = [codeColumn, phoneColumn, '行业代码'];

export interface ObjectFacts {
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  towns: readonly Town[];
  industries: IndustryIndex;
}

/** An object as a file gives it, in normal form. */
export interface LoadedObject extends FirmCode {
  row: number;
  line: number;
  name: string;
  kind: ObjectKind;
  legalRepresentative: string | null;
  phone: string | null;
  address: string | null;
  division: string | null;
  industry: string | null;
  foundedOn: string | null;
  status: ObjectStatus;
  riskClass: string | null;
  note: string | null;
}

/**
 * Reads the records of an object file: shape, blanks, types and codes of each, then duplicates within the file.
 * Rows with an error are not among the objects; issues stand in the order of the file.
 */
export function checkObjectTable(
  records: readonly TableRow[],
  facts: ObjectFacts,
): { objects: LoadedObject[]; issues: ImportIssue[] } {
  const objects: LoadedObject[] = [];
  const issues: ImportIssue[] = [];
  const seen = new Map<string, TableRow>();
  for (const record of records) {
    const found = checkRowShape(record, objectColumns);
    if (found.length === 0) {
      const { mended: numbers, issues: decimals } = mendNumbers(record, objectColumns, numbered);
      const { mended, issues: marks } = mendMarks(numbers, objectColumns, codeColumn);
      const cards = checkCards(mended, objectColumns, [codeColumn]);
      const lost = checkLostDigits(mended, objectColumns, [codeColumn, phoneColumn]);
      found.push(...decimals, ...marks, ...cards, ...lost);
      const code = checkCodeCell(numbers.cells[2] ?? '', facts.today);
      const object = readObject(record, mended, code, facts, found);
      const duplicate = againstEarlier(record, code.value, seen);
      if (duplicate) found.push(duplicate);
      if (object && !duplicate && cards.length + lost.length === 0) objects.push(object);
    }
    issues.push(...found);
  }
  return { objects, issues };
}

function readObject(
  record: TableRow,
  mended: TableRow,
  codeCell: Verdict<FirmCode>,
  facts: ObjectFacts,
  found: ImportIssue[],
): LoadedObject | undefined {
  const cell = (column: Column): string => mended.cells[objectColumns.indexOf(column)] ?? '';
  const given = (column: Column): string => record.cells[objectColumns.indexOf(column)] ?? '';
  const judge = <T>(column: Column, verdict: Verdict<T>): T | undefined => {
    if (verdict.finding)
      found.push({
        row: record.row,
        line: record.line,
        column,
        value: given(column),
        ...verdict.finding,
      });
    return verdict.value;
  };
  const name = judge('企业名称', checkFirmName(cell('企业名称')));
  const code = judge('统一社会信用代码', codeCell);
  const kind = judge('主体类型', againstCode(checkKind(cell('主体类型')), code));
  const legalRepresentative = judge('法定代表人（负责人）', checkRepresentative(cell('法定代表人（负责人）')));
  const phone = judge('联系电话', checkPhone(cell('联系电话')));
  const address = judge('住所（经营场所）', checkAddress(cell('住所（经营场所）')));
  const division = judge('所属乡镇', checkTownCell(cell('所属乡镇'), facts.towns));
  const industry = judge('行业代码', checkIndustryCell(cell('行业代码'), facts.industries));
  const foundedOn = judge('成立日期', checkFoundedOn(cell('成立日期'), facts.today));
  const status = judge('登记状态', checkStatus(cell('登记状态')));
  const riskClass = judge(riskColumn, checkRiskClass(cell(riskColumn)));
  const note = judge('备注', checkNote(cell('备注')));
  if (
    name === undefined ||
    code === undefined ||
    kind === undefined ||
    legalRepresentative === undefined ||
    phone === undefined ||
    address === undefined ||
    division === undefined ||
    industry === undefined ||
    foundedOn === undefined ||
    status === undefined ||
    riskClass === undefined ||
    note === undefined
  ) {
    return undefined;
  }
  const { row, line } = record;
  return {
    row,
    line,
    ...code,
    name,
    kind,
    legalRepresentative,
    phone,
    address,
    division,
    industry,
    foundedOn,
    status,
    riskClass,
    note,
  };
}

function againstCode(verdict: Verdict<ObjectKind>, code: FirmCode | undefined): Verdict<ObjectKind> {
  const expected = code?.uscc === undefined ? undefined : kindOfCode[code.uscc.slice(0, 2)];
  if (verdict.finding || verdict.value === undefined || expected === undefined || expected === verdict.value)
    return verdict;
  return { value: verdict.value, finding: { reason: objectReasons.kindAgainstCode, severity: 'warning' } };
}

function againstEarlier(
  record: TableRow,
  code: FirmCode | undefined,
  seen: Map<string, TableRow>,
): ImportIssue | undefined {
  const key = code?.uscc ?? code?.registrationNo;
  if (key === undefined) return undefined;
  const earlier = seen.get(key);
  if (!earlier) {
    seen.set(key, record);
    return undefined;
  }
  const same = record.cells.slice(1).every((cell, index) => sameText(cell, earlier.cells[index + 1] ?? ''));
  const reason = same
    ? codeReasons.sameRow
    : sameText(record.cells[1] ?? '', earlier.cells[1] ?? '')
      ? codeReasons.again
      : codeReasons.otherName;
  return {
    row: record.row,
    line: record.line,
    column: '统一社会信用代码',
    value: record.cells[2] ?? '',
    reason: reason(earlier.row),
    severity: 'error',
  };
}
