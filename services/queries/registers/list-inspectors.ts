import { every, sql, words, type Sql } from '../../../db/sql';
import { uuidOrNull } from '../../../db/uuid-or-null';
import { availableOnDay, recusalOpen } from './inspector-availability';
import { codeForm } from '../../../domain/text/normal-form';
import { containing } from '../like-pattern';
import { searchWords } from '../../../domain/text/search-words';
import type { Certificate } from '../../../domain/registers/certificate';
import { readsCases, seesAll, type Reader } from '../cases/may-read-case';
import type { OrderedList, Placed } from '../ordered-list';
import { rowOfLoad } from './rows-of-load';
import { sortedBy } from '../sorted-list';

/** The columns by which the register of officers is sorted. */
export const inspectorColumns = ['name', 'department', 'staffNo', 'dutyStatus', 'available'] as const;
type InspectorColumn = (typeof inspectorColumns)[number];

export interface InspectorFilter {
  /** Part of the name, or a staff number. */
  text?: string;
  department?: string;
  dutyStatus?: string;
  /** Only those who can be drawn on `today`, or only those who cannot. */
  available?: boolean;
  /** Only those whom a loaded file brought or changed: the id of its import. */
  load?: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
}

export interface InspectorLine {
  id: string;
  department: string;
  staffNo: string;
  name: string;
  unit: string;
  postClass: string;
  certificates: Certificate[];
  qualifications: string[];
  dutyStatus: string;
  /** On duty and with a certificate that is valid today. */
  available: boolean;
  recusals: number;
  /** Whether names among the recusals wait for a person. */
  recusalOpen: boolean;
}

/** The inspector register by unit and staff number: a department sees its own officers, the office and supervisors all. */
export function inspectorsOf(
  reader: Reader,
  filter: InspectorFilter & { sort?: { column: InspectorColumn; descending: boolean } },
): OrderedList<InspectorLine & Placed> {
  const available = availableOnDay(filter.today);
  const list: OrderedList<InspectorLine & Placed> = {
    columns: sql`i.id::text AS place, i.id, i.department, i.staff_no AS "staffNo", i.name, i.unit, i.post_class AS "postClass", i.certificates, i.qualifications,
       i.duty_status AS "dutyStatus", ${available} AS available, (SELECT count(*)::int FROM recusal r WHERE r.inspector_id = i.id) AS recusals,
       ${words(recusalOpen)} AS "recusalOpen"`,
    from: sql`inspector i`,
    where: conditionOf(reader, filter, available),
    order: ['i.department', 'i.staff_no'],
    ascending: true,
    // Neither changes while an officer serves; the place is the id, so that no staff number stands in an address.
    placeOf(text) {
      const id = uuidOrNull(text);
      const of = (column: string) => sql`(SELECT p.${words(column)} FROM inspector p WHERE p.id = ${id}::uuid)`;
      return id ? [of('department'), of('staff_no')] : undefined;
    },
  };
  const { sort } = filter;
  const values: Record<InspectorColumn, Sql> = {
    name: sql`i.name`,
    department: sql`i.department`,
    staffNo: sql`i.staff_no`,
    dutyStatus: sql`i.duty_status`,
    available: sql`(${available})::text`,
  };
  return sort ? sortedBy(list, { by: values[sort.column], descending: sort.descending }) : list;
}

function conditionOf(reader: Reader, filter: InspectorFilter, available: Sql): Sql {
  const conditions = [readsCases(reader) ? sql`TRUE` : sql`FALSE`];
  if (!seesAll(reader)) conditions.push(sql`i.department = ${reader.department}`);
  if (filter.department) conditions.push(sql`i.department = ${filter.department}`);
  if (filter.load) conditions.push(rowOfLoad('inspector', 'i.id', filter.load));
  if (filter.dutyStatus) conditions.push(sql`i.duty_status = ${filter.dutyStatus}`);
  if (filter.available !== undefined) conditions.push(filter.available ? available : sql`NOT ${available}`);
  const text = filter.text?.trim();
  if (text) {
    const named = searchWords(text).map((word) => sql`i.name_key LIKE ${containing(word)}`);
    conditions.push(sql`${every(named)} OR upper(i.staff_no) = ${codeForm(text)}`);
  }
  return every(conditions);
}
