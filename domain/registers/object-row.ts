import { z } from 'zod';
import { day, registerLine } from '../fields';
import { objectKinds, riskClasses } from '../joint-check/scheme';
import { objectColumns } from './check-object-table';
import { riskColumn } from './import-reasons';
import { kindWords, objectStatuses, statusWords } from './object-dictionary';

/** One firm as a person types it; what may stand in it is judged by the rules of a file, so that both are held to the same. */
export const ObjectRow = z.object({
  objectName: registerLine(200),
  firmNumber: registerLine(60).optional(),
  objectKind: z.enum(objectKinds).meta({ widget: 'select' }),
  legalRepresentative: registerLine(60).optional(),
  phone: registerLine(40).optional(),
  address: registerLine(300).optional(),
  division: registerLine(60).meta({ widget: 'select', options: 'divisions' }).optional(),
  industryCode: registerLine(100).optional(),
  foundedOn: day.optional(),
  status: z.enum(objectStatuses).meta({ widget: 'select' }),
  riskClass: z.enum(riskClasses).optional(),
  note: registerLine(200).optional(),
});
export type ObjectRow = z.infer<typeof ObjectRow>;

type Field = keyof ObjectRow;

const columnOf: Record<Field, (typeof objectColumns)[number]> = {
  objectName: '企业名称',
  firmNumber: '统一社会信用代码',
  objectKind: '主体类型',
  legalRepresentative: '法定代表人（负责人）',
  phone: '联系电话',
  address: '住所（经营场所）',
  division: '所属乡镇',
  industryCode: '行业代码',
  foundedOn: '成立日期',
  status: '登记状态',
  riskClass: riskColumn,
  note: '备注',
};
const wordsOf: Partial<Record<Field, Record<string, string>>> = { objectKind: kindWords, status: statusWords };

/** The cells of a file's row that says the same, in the order of its columns. */
export function cellsOfRow(row: ObjectRow): string[] {
  return objectColumns.map((column) => {
    const [field] = Object.entries(columnOf).find(([, named]) => named === column) ?? [];
    if (field === undefined) return '1';
    const said = row[field as Field] ?? '';
    const words = wordsOf[field as Field];
    return words ? (Object.keys(words).find((word) => words[word] === said) ?? '') : said;
  });
}

/** What the form says of a file's row, so that it can be mended there; a word that the form does not offer stays out. */
export function rowOfCells(cells: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(columnOf).map(([field, column]) => {
      const cell = cells[objectColumns.indexOf(column)] ?? '';
      return [field, (wordsOf[field as Field]?.[cell] ?? cell) || undefined];
    }),
  );
}
