import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { certificateOn, type Certificate } from '../../domain/registers/certificate';
import {
  checkStaffNo,
  recusalTexts,
  type ReadRecusals,
  type UnresolvedName,
} from '../../domain/registers/check-inspector-cells';
import {
  checkInspectorTable,
  inspectorColumns,
  recusalColumn,
  type InspectorFacts,
  type LoadedInspector,
  type OfficerNews,
} from '../../domain/registers/check-inspector-table';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { inspectorReasons, withAlso } from '../../domain/registers/import-reasons';
import { goneStatuses } from '../../domain/registers/inspector-dictionary';
import { reachOf } from '../../domain/registers/permissions';
import { listedRecusal } from '../../domain/registers/recusal-reason';
import type { TableRow } from '../../domain/registers/table-row';
import { givenText } from '../../domain/text/given-text';
import { normalForm, sameText } from '../../domain/text/normal-form';
import { openVisitsOf } from '../queries/registers/open-visits-of';
import type { ImportCommand, ImportReport } from './import-run';
import { importTable, type ImportRules, type RowNews } from './import-table';
import { readSetting } from '../queries/registers/read-setting';
import { matchFirms } from './match-firms';
import type { ExistingRow } from './merge-rows';

const rules: ImportRules = {
  kind: 'inspectors',
  register: 'inspector',
  act: 'inspector.load',
  table: 'inspector',
  heads: inspectorColumns,
  columns: [
    'department',
    'staff_no',
    'name',
    'unit',
    'post_class',
    'certificates',
    'qualifications',
    'specialisms',
    'areas',
    'duty_status',
  ],
  blank: {},
  async read(manager, records, command) {
    const table = checkInspectorTable(records, await inspectorFacts(manager, command.today, records));
    const { inspectors, issues } = table;
    issues.push(...inspectors.flatMap((inspector) => unitIssue(inspector, command.actor)));
    const told = [...inspectors, ...table.news].filter((one) => mayLoad(one, command.actor));
    const existing = await existingInspectors(
      manager,
      [...inspectors, ...told].map(({ department, staffNo }) => [department, staffNo]),
    );
    const missing = command.wholeList ? await notInFile(manager, records, inspectors, command.actor) : [];
    const visits = await openVisitsOf(
      manager,
      [...existing.values(), ...missing].map(({ id }) => id),
    );
    const rowOf = (one: OfficerNews) => existing.get(identityOf(one.department, one.staffNo));
    const news = told.flatMap((one): RowNews[] => {
      const row = rowOf(one);
      if (!row) return [];
      askAboutChanges(one, row, { visits: visits.get(row.id) ?? [], today: command.today }, issues);
      const given = takesOut(one, row, command.today);
      return Object.keys(given).length > 0 ? [{ given, existing: row, row: one.row, line: one.line }] : [];
    });
    const pairs = inspectors.flatMap((inspector) => {
      const row = rowOf(inspector);
      // Of somebody whom the register does not know there is nothing to end.
      return inspector.newsOnly && !row
        ? []
        : [{ given: givenOf(inspector, row), existing: row, line: inspector.line }];
    });
    const gone = missing.map((row) => ({
      given: { duty_status: 'left', ...recusalsAsTheyAre(row) },
      existing: row,
      row: 0,
      line: 0,
      value: String(row.staff_no),
    }));
    return {
      issues: [...issues, ...missing.map((row) => goneIssue(row, visits.get(row.id) ?? []))],
      pairs: [...pairs, ...gone],
      news: [...news, ...gone],
    };
  },
  async writeAlso(manager, rows, command) {
    const recusals = rows.flatMap((row) =>
      (row.recusals as Recusal[]).map(({ object, reason }) => ({ inspector: row.id, object, reason })),
    );
    await manager.query(
      `INSERT INTO recusal (inspector_id, object_id, reason)
       SELECT r.inspector, r.object, r.reason FROM jsonb_to_recordset($1::jsonb) AS r(inspector uuid, object uuid, reason text) ON CONFLICT DO NOTHING`,
      [JSON.stringify(recusals)],
    );
    await keepNames(manager, rows, command);
  },
};

interface Recusal {
  object: string;
  reason: string;
}

/** Names that told no firm stay open; those of before that this file's register tells a firm for are answered by whoever loads it. */
async function keepNames(
  manager: EntityManager,
  rows: readonly Record<string, unknown>[],
  { actor, at }: ImportCommand,
): Promise<void> {
  const names = rows.flatMap((row) =>
    (row.recusal_names as UnresolvedName[]).map(({ text, cause }) => ({
      inspector: row.id,
      given: text,
      key: normalForm(text),
      cause,
    })),
  );
  await manager.query(
    `INSERT INTO recusal_name (inspector_id, given, key, cause, since)
     SELECT n.inspector, n.given, n.key, n.cause, $2 FROM jsonb_to_recordset($1::jsonb) AS n(inspector uuid, given text, key text, cause text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(names), at],
  );
  await manager.query(
    `UPDATE recusal_name r SET resolved_at = $3, resolved_by = $4, outcome = 'firms'
     WHERE r.resolved_at IS NULL AND r.inspector_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS n(inspector uuid, key text) WHERE n.inspector = r.inspector_id AND n.key = r.key)`,
    [JSON.stringify(names), rows.map((row) => row.id), at, actor.account],
  );
}

/**
 * Loads a CSV of inspectors, all or nothing but for news that take an officer out of draws: new ones are added, those known by department and staff number brought up to date.
 * Recusals of the file are added to those the register holds; an import never takes one away.
 * @throws Refusal as importTable does
 */
export async function loadInspectors(dataSource: DataSource, command: ImportCommand): Promise<ImportReport> {
  return importTable(dataSource, rules, command);
}

async function inspectorFacts(
  manager: EntityManager,
  today: string,
  records: readonly TableRow[],
): Promise<InspectorFacts> {
  const names = [...new Set(records.flatMap((record) => recusalTexts(givenText(record.cells[recusalColumn] ?? ''))))];
  return {
    today,
    units: await manager.query(
      'SELECT code, name, short_name AS "shortName", full_name AS "fullName", inspects FROM department',
    ),
    towns: await manager.query('SELECT short_code AS code, name FROM division WHERE level = 4'),
    qualifications: await readSetting(manager, 'inspector.qualifications', today),
    recusals: await matchFirms(manager, names),
  };
}

const mayLoad = ({ department }: OfficerNews, actor: Actor): boolean =>
  reachOf('inspector.load', actor.capacity) === 'all' || department === actor.department;

function unitIssue(inspector: LoadedInspector, actor: Actor): ImportIssue[] {
  if (mayLoad(inspector, actor)) return [];
  const { row, line, unit } = inspector;
  return [{ row, line, column: '单位', value: unit, reason: inspectorReasons.unitOther, severity: 'error' }];
}

const identityOf = (department: string, staffNo: string): string => `${department}:${staffNo}`;

async function existingInspectors(
  manager: EntityManager,
  identities: readonly (readonly [department: string, staffNo: string])[],
): Promise<Map<string, ExistingRow>> {
  const rows = await lockedRows(
    manager,
    '(i.department, i.staff_no) IN (SELECT * FROM unnest($1::text[], $2::text[]))',
    [identities.map(([department]) => department), identities.map(([, staffNo]) => staffNo)],
  );
  return new Map(rows.map((row) => [identityOf(String(row.department), String(row.staff_no)), row]));
}

/** Officers of the units that a whole list speaks for, in service by the register and in no row of the file, right or wrong. */
async function notInFile(
  manager: EntityManager,
  records: readonly TableRow[],
  inspectors: readonly LoadedInspector[],
  actor: Actor,
): Promise<ExistingRow[]> {
  const own = reachOf('inspector.load', actor.capacity) === 'own';
  const units = own ? [actor.department] : [...new Set(inspectors.map(({ department }) => department))];
  const listed = records.flatMap((record) => checkStaffNo(givenText(record.cells[0] ?? '')).value ?? []);
  return lockedRows(
    manager,
    'i.department = ANY($1::text[]) AND NOT i.staff_no = ANY($2::text[]) AND NOT i.duty_status = ANY($3::text[])',
    [units, listed, goneStatuses],
  );
}

async function lockedRows(manager: EntityManager, condition: string, parameters: unknown[]): Promise<ExistingRow[]> {
  const rows: { row: ExistingRow }[] = await manager.query(
    `SELECT to_jsonb(i) || jsonb_build_object('recusals', (SELECT coalesce(jsonb_agg(jsonb_build_object('object', r.object_id, 'reason', r.reason) ORDER BY r.object_id), '[]') FROM recusal r WHERE r.inspector_id = i.id),
       'recusal_names', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', n.given, 'cause', n.cause) ORDER BY n.given), '[]') FROM recusal_name n WHERE n.inspector_id = i.id AND n.resolved_at IS NULL),
       'resolved_names', (SELECT coalesce(jsonb_agg(n.key), '[]') FROM recusal_name n WHERE n.inspector_id = i.id AND n.resolved_at IS NOT NULL)) AS row
     FROM inspector i WHERE ${condition} ORDER BY i.department, i.staff_no FOR UPDATE`,
    parameters,
  );
  return rows.map(({ row }) => row);
}

/**
 * A name that changes under an unchanged number, and somebody who leaves, or whose certificate has expired, with visits
 * still to be made: a person says so first.
 */
function askAboutChanges(
  inspector: OfficerNews,
  row: ExistingRow,
  { visits, today }: { visits: string[]; today: string },
  issues: ImportIssue[],
): void {
  const at = { row: inspector.row, line: inspector.line };
  const was = String(row.name);
  if (inspector.name !== '' && !sameText(was, inspector.name))
    issues.push({
      ...at,
      column: '姓名',
      value: inspector.name,
      reason: inspectorReasons.renamed(was, inspector.name),
      severity: 'question',
    });
  const { duty_status: leaves, certificates: expires } = takesOut(inspector, row, today);
  const column = leaves && row.duty_status === 'onDuty' ? '在岗状态' : expires ? '证件有效期至' : undefined;
  const said = issues.findLast((issue) => issue.row === inspector.row && issue.column === column);
  if (!said || visits.length === 0) return;
  said.severity = 'question';
  said.reason = withAlso(said.reason, inspectorReasons.openVisits(visits));
}

/** Of what a row says, that which takes its officer out of draws the register would have had the officer in. */
function takesOut(one: OfficerNews, row: ExistingRow, today: string): Record<string, unknown> {
  const away = one.dutyStatus !== undefined && one.dutyStatus !== 'onDuty' && one.dutyStatus !== row.duty_status;
  const valid = (certificates: readonly Certificate[]) => certificateOn(certificates, today) !== undefined;
  const expired =
    one.certificates &&
    one.certificates.length > 0 &&
    !valid(one.certificates) &&
    valid(row.certificates as Certificate[]);
  const { fresh, asked } = newRecusals(one.recusals, row);
  return {
    ...(away && { duty_status: one.dutyStatus }),
    ...(expired && { certificates: one.certificates }),
    ...(fresh.length + asked.length > 0 && {
      recusals: [...(row.recusals as Recusal[]), ...asRecusals(fresh)],
      recusal_names: [...(row.recusal_names as UnresolvedName[]), ...asked],
    }),
  };
}

function goneIssue(row: ExistingRow, visits: string[]): ImportIssue {
  const words = inspectorReasons.gone(String(row.name));
  return {
    row: 0,
    line: 0,
    column: '工号',
    value: String(row.staff_no),
    reason: visits.length > 0 ? withAlso(words, inspectorReasons.openVisits(visits)) : words,
    severity: 'question',
  };
}

const recusalsAsTheyAre = (row: ExistingRow) => ({ recusals: row.recusals, recusal_names: row.recusal_names });

function givenOf(inspector: LoadedInspector, existing: ExistingRow | undefined): Record<string, unknown> {
  if (inspector.newsOnly && existing) return { duty_status: inspector.dutyStatus, ...recusalsAsTheyAre(existing) };
  const known = (existing?.recusals ?? []) as Recusal[];
  const { fresh, open, asked } = newRecusals(inspector.recusals, existing);
  return {
    department: inspector.department,
    staff_no: inspector.staffNo,
    name: inspector.name,
    unit: inspector.unit,
    post_class: inspector.postClass,
    certificates: inspector.certificates,
    qualifications: said(inspector.qualifications, existing),
    specialisms: said(inspector.specialisms, existing),
    areas: inspector.areas,
    duty_status: inspector.dutyStatus,
    recusals: [...known, ...asRecusals(fresh)],
    recusal_names: [...open, ...asked],
  };
}

const asRecusals = (objects: readonly string[]): Recusal[] =>
  objects.map((object) => ({ object, reason: listedRecusal }));

/** Firms and unclear names that the register does not have with the officer yet, and the names that stay open. */
function newRecusals({ objects, unresolved, told }: ReadRecusals, existing: ExistingRow | undefined) {
  const known = (existing?.recusals ?? []) as Recusal[];
  const open = ((existing?.recusal_names ?? []) as UnresolvedName[]).filter(
    ({ text }) => !told.includes(normalForm(text)),
  );
  // What a person has looked into once is not asked again because the same file comes again.
  const settled = (existing?.resolved_names ?? []) as string[];
  const isHeld = (text: string) =>
    settled.includes(normalForm(text)) || open.some((earlier) => normalForm(earlier.text) === normalForm(text));
  return {
    fresh: objects.filter((object) => !known.some((recusal) => recusal.object === object)),
    open,
    asked: unresolved.filter(({ text }) => !isHeld(text)),
  };
}

/** A blank cell empties nothing that the register holds. */
const said = (list: string[], existing: ExistingRow | undefined): string[] | null =>
  list.length === 0 && existing ? null : list;
