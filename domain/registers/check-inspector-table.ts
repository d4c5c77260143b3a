import { certificateOn, type Certificate } from './certificate';
import type { Verdict } from './cell-verdict';
import { checkCards } from './check-cards';
import { checkCertificateNumbers, checkExpiry } from './check-certificate-cells';
import {
  checkAreas,
  checkDutyStatus,
  checkOfficerName,
  checkPostClass,
  checkQualifications,
  checkRecusals,
  checkStaffNo,
  checkUnit,
  type ReadRecusals,
  type RecusalMatch,
  type UnitName,
} from './check-inspector-cells';
import type { Town } from './check-town-cell';
import { normalForm } from '../text/normal-form';
import { splitList, trimmed } from './cell-text';
import type { ImportIssue } from './import-issue';
import { inspectorReasons, withAlso, type Reason } from './import-reasons';
import { goneStatuses, type DutyStatus, type PostClass } from './inspector-dictionary';
import { mendMarks } from './mend-marks';
import { checkLostDigits, mendNumbers } from './mend-numbers';
import { checkRowShape } from './row-shape';
import type { TableRow } from './table-row';

export const inspectorColumns = [
  '工号',
  '姓名',
  '单位',
  '职务类别',
  '执法证号',
  '证件有效期至',
  '资格',
  '专长',
  '责任区域',
  '在岗状态',
  '回避单位',
] as const;
type Column = (typeof inspectorColumns)[number];
/** Numbers are judged as such; a recusal by the number of a card bars the officer, masked, until a person resolves it. */
const numbered: readonly Column[] = ['工号', '执法证号'];
const ownWords: readonly Column[] = ['工号', '执法证号', '回避单位'];
export const recusalColumn = inspectorColumns.indexOf('回避单位');

export interface InspectorFacts {
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  units: readonly UnitName[];
  towns: readonly Town[];
  qualifications: readonly string[];
  /** What the object register holds for each text of the column of recusals, by its normal form. */
  recusals: ReadonlyMap<string, RecusalMatch>;
}

/** An inspector as a file gives one, in normal form. */
export interface LoadedInspector {
  row: number;
  line: number;
  /** Only the duty status of the row is taken; whatever else stands in it does not matter any more. */
  newsOnly?: boolean;
  staffNo: string;
  name: string;
  department: string;
  unit: string;
  postClass: PostClass;
  certificates: Certificate[];
  qualifications: string[];
  specialisms: string[];
  areas: string[];
  dutyStatus: DutyStatus;
  recusals: ReadRecusals;
}

/** What a row with errors still says that takes its officer out of draws; the rest waits for the row to be mended. */
export interface OfficerNews extends Pick<
  LoadedInspector,
  'row' | 'line' | 'staffNo' | 'name' | 'department' | 'unit'
> {
  /** Away, retired or gone. */
  dutyStatus?: DutyStatus;
  /** None of them is valid today. */
  certificates?: Certificate[];
  recusals: ReadRecusals;
}

interface Person {
  row: number;
  name: string;
  unit: string;
  numbers: string[];
}

/**
 * Reads the records of an inspector file: shape, blanks, types and codes of each, then the same person or number twice.
 * `news` are of rows with errors that still tell whom they are about.
 */
export function checkInspectorTable(
  records: readonly TableRow[],
  facts: InspectorFacts,
): { inspectors: LoadedInspector[]; news: OfficerNews[]; issues: ImportIssue[] } {
  const inspectors: LoadedInspector[] = [];
  const news: OfficerNews[] = [];
  const issues: ImportIssue[] = [];
  const staffNos = new Map<string, number>();
  const holders = new Map<string, Person>();
  for (const record of records) {
    const found = checkRowShape(record, inspectorColumns);
    if (found.length === 0) {
      const { mended: numbers, issues: decimals } = mendNumbers(record, inspectorColumns, numbered);
      const { mended, issues: marks } = mendMarks(numbers, inspectorColumns);
      found.push(...decimals, ...marks, ...checkCards(mended, inspectorColumns, ownWords));
      found.push(...checkLostDigits(mended, inspectorColumns, []));
      const { inspector, told } = readInspector(record, mended, facts, found);
      const doubled = againstEarlier(record, mended, staffNos, holders);
      found.push(...doubled);
      if (!hasErrors(found)) inspectors.push(...(inspector ? [inspector] : []));
      // Of two rows with one number nobody knows whose news they are.
      else if (told && !doubled.some(({ column }) => column === '工号')) news.push(told);
    }
    issues.push(...found);
  }
  return { inspectors, news, issues };
}

const cellOf = (record: TableRow, column: Column): string => record.cells[inspectorColumns.indexOf(column)] ?? '';

function readInspector(
  record: TableRow,
  mended: TableRow,
  facts: InspectorFacts,
  found: ImportIssue[],
): { inspector?: LoadedInspector; told?: OfficerNews } {
  const judge = <T>(column: Column, check: (cell: string) => Verdict<T>): T | undefined => {
    const verdict = check(cellOf(mended, column));
    if (verdict.finding)
      found.push({
        row: record.row,
        line: record.line,
        column,
        value: cellOf(record, column),
        ...verdict.finding,
      });
    return verdict.value;
  };
  const staffNo = judge('工号', checkStaffNo);
  const name = judge('姓名', checkOfficerName);
  const unit = judge('单位', (cell) => checkUnit(cell, facts.units));
  const postClass = judge('职务类别', checkPostClass);
  const numbers = judge('执法证号', checkCertificateNumbers);
  const certificates = judge('证件有效期至', (cell) =>
    checkExpiry(cell, numbers ?? [''], cellOf(mended, '执法证号'), facts.today),
  );
  const qualifications = judge('资格', (cell) => checkQualifications(cell, facts.qualifications));
  const areas = judge('责任区域', (cell) => checkAreas(cell, facts.towns));
  const dutyStatus = judge('在岗状态', checkDutyStatus);
  const recusals = judge('回避单位', (cell) => checkRecusals(cell, facts.recusals));
  if (staffNo !== undefined && unit && dutyStatus && goneStatuses.includes(dutyStatus) && hasErrors(found))
    return { inspector: newsOf({ record, staffNo, unit, dutyStatus }, found) };
  const told: OfficerNews | undefined =
    staffNo === undefined || !unit
      ? undefined
      : {
          row: record.row,
          line: record.line,
          staffNo,
          name: name ?? trimmed(cellOf(mended, '姓名')),
          department: unit.code,
          unit: unit.name,
          dutyStatus: dutyStatus === 'onDuty' ? undefined : dutyStatus,
          certificates: certificates && certificateOn(certificates, facts.today) ? undefined : certificates,
          recusals: recusals ?? nobody,
        };
  if (
    staffNo === undefined ||
    name === undefined ||
    unit === undefined ||
    postClass === undefined ||
    numbers === undefined ||
    certificates === undefined ||
    qualifications === undefined ||
    areas === undefined ||
    dutyStatus === undefined ||
    recusals === undefined
  ) {
    return { told };
  }
  const inspector: LoadedInspector = {
    row: record.row,
    line: record.line,
    staffNo,
    name,
    department: unit.code,
    unit: unit.name,
    postClass,
    certificates,
    qualifications,
    specialisms: splitList(cellOf(mended, '专长')),
    areas,
    dutyStatus,
    recusals,
  };
  return { inspector, told };
}

const nobody: ReadRecusals = { objects: [], unresolved: [], told: [] };

const hasErrors = (found: readonly ImportIssue[]): boolean => found.some(({ severity }) => severity === 'error');

/** Of somebody who has gone only that is taken, however badly the rest of the row is filled in; nobody stays in a pool for it. */
function newsOf(
  { record, staffNo, unit, dutyStatus }: { record: TableRow; staffNo: string; unit: UnitName; dutyStatus: DutyStatus },
  found: ImportIssue[],
): LoadedInspector {
  for (const issue of found) {
    if (issue.severity !== 'error') continue;
    issue.severity = 'warning';
    issue.reason = withAlso(issue.reason, inspectorReasons.newsOnly);
  }
  return {
    row: record.row,
    line: record.line,
    newsOnly: true,
    staffNo,
    name: trimmed(cellOf(record, '姓名')),
    department: unit.code,
    unit: unit.name,
    postClass: 'civilServant',
    certificates: [],
    qualifications: [],
    specialisms: [],
    areas: [],
    dutyStatus,
    recusals: nobody,
  };
}

function againstEarlier(
  record: TableRow,
  mended: TableRow,
  staffNos: Map<string, number>,
  holders: Map<string, Person>,
): ImportIssue[] {
  const issue = (column: Column, reason: Reason): ImportIssue => ({
    row: record.row,
    line: record.line,
    column,
    value: cellOf(record, column),
    reason,
    severity: 'error',
  });
  const staffNo = checkStaffNo(cellOf(mended, '工号')).value;
  const numbers = checkCertificateNumbers(cellOf(mended, '执法证号')).value ?? [];
  const person: Person = {
    row: record.row,
    name: normalForm(cellOf(mended, '姓名')),
    unit: normalForm(cellOf(mended, '单位')),
    numbers,
  };
  const found: ImportIssue[] = [];

  const sameNo = staffNo === undefined ? undefined : staffNos.get(staffNo);
  if (sameNo !== undefined) found.push(issue('工号', inspectorReasons.staffNoAgain(sameNo)));
  else if (staffNo !== undefined) staffNos.set(staffNo, record.row);

  const holder = numbers.map((number) => holders.get(number)).find((earlier) => earlier !== undefined);
  if (holder) {
    const samePerson = holder.name === person.name && holder.unit === person.unit;
    if (!samePerson) found.push(issue('执法证号', inspectorReasons.certificateOfOther(holder.row)));
    else if (sameNo === undefined) found.push(issue('姓名', inspectorReasons.samePerson(holder.row)));
  }
  for (const number of numbers) if (!holders.has(number)) holders.set(number, person);
  return found;
}
