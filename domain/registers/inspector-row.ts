import { z } from 'zod';
import { registerLine, registerParagraph } from '../fields';
import { splitList } from './cell-text';
import { recusalNames } from './check-inspector-cells';
import { inspectorColumns } from './check-inspector-table';
import { dutyStatuses, dutyWords, postClasses, postWords } from './inspector-dictionary';
import { InspectorEdit } from './inspector-edit';

const part = InspectorEdit.shape;

/** One officer as a person types it; what may stand in it is judged by the rules of a file, so that both are held to the same. */
export const InspectorRow = z.object({
  staffNo: registerLine(40),
  officerName: registerLine(60),
  officerUnit: registerLine(60).meta({ widget: 'select', options: 'units' }),
  postClass: z.enum(postClasses),
  certificates: part.certificates.unwrap(),
  qualifications: part.qualifications.meta({ options: 'qualifications' }),
  specialisms: part.specialisms,
  areas: z.array(registerLine(60)).max(50).meta({ options: 'towns' }).optional(),
  dutyStatus: z.enum(dutyStatuses),
  recusalFirms: registerParagraph(4000).optional(),
});
export type InspectorRow = z.infer<typeof InspectorRow>;

type Column = (typeof inspectorColumns)[number];
const between = '、';
const wordOf = <Said extends string>(words: Record<string, Said>, said: Said): string =>
  Object.keys(words).find((word) => words[word] === said) ?? '';

/** The cells of a file's row that says the same, in the order of its columns. */
export function cellsOfOfficer(row: InspectorRow): string[] {
  const cells: Record<Column, string> = {
    工号: row.staffNo,
    姓名: row.officerName,
    单位: row.officerUnit,
    职务类别: wordOf(postWords, row.postClass),
    执法证号: row.certificates.map(({ no }) => no).join(between),
    证件有效期至: row.certificates.map(({ expiresOn }) => expiresOn).join(between),
    资格: (row.qualifications ?? []).join(between),
    专长: (row.specialisms ?? []).join(between),
    责任区域: (row.areas ?? []).join(between),
    在岗状态: wordOf(dutyWords, row.dutyStatus),
    回避单位: row.recusalFirms ?? '',
  };
  return inspectorColumns.map((column) => cells[column]);
}

/** What the form says of a file's row, so that it can be mended there; a word that the form does not offer stays out. */
export function officerOfCells(cells: readonly string[]): Record<string, unknown> {
  const cell = (column: Column) => cells[inspectorColumns.indexOf(column)] ?? '';
  const days = splitList(cell('证件有效期至'));
  const recusals = recusalNames(cell('回避单位'));
  return {
    staffNo: cell('工号'),
    officerName: cell('姓名'),
    officerUnit: cell('单位'),
    postClass: postWords[cell('职务类别')],
    certificates: splitList(cell('执法证号')).map((no, index) => ({ no, expiresOn: days[index] ?? days[0] })),
    qualifications: splitList(cell('资格')),
    specialisms: splitList(cell('专长')),
    areas: splitList(cell('责任区域')),
    dutyStatus: dutyWords[cell('在岗状态')],
    recusalFirms: recusals.length > 0 ? recusals.join('\n') : undefined,
  };
}
