import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../../db/insert-rows';
import { recusalNames, type RecusalMatch } from '../../domain/registers/check-inspector-cells';
import { checkInspectorTable, inspectorColumns, recusalColumn, type InspectorFacts, type LoadedInspector } from '../../domain/registers/check-inspector-table';
import { inspectorReasons } from '../../domain/registers/import-reasons';
import { reachOf, requireRegisterAct } from '../../domain/registers/permissions';
import type { TableRow } from '../../domain/registers/table-row';
import { batchOf, countIssues, findEarlierImport, recordImport, requireRowCount, updateRows, type ImportCommand, type ImportReport } from './import-run';
import { mergeRows, type ExistingRow } from './merge-rows';
import { readTable } from './read-table';
import { refuseTaken } from './register-row';
import { requireAccount } from './require-account';

const fileColumns = ['department', 'staff_no', 'name', 'unit', 'post_class', 'certificates', 'qualifications', 'specialisms', 'areas', 'duty_status'] as const;
const newColumns = ['id', ...fileColumns, 'import_batch', 'updated_at', 'version'] as const;
const recusalReason = '名录导入';

/**
 * Loads a CSV of inspectors, all or nothing: new ones are added, those known by department and staff number brought up to date.
 * Recusals of the file are added to those the register holds; an import never takes one away.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, IMPORT_* (the file cannot be read at all), STALE_VERSION, CODE_TAKEN
 */
export async function loadInspectors(dataSource: DataSource, command: ImportCommand): Promise<ImportReport> {
  const { actor, at, dryRun } = command;
  requireRegisterAct('inspector.load', actor, [actor.department]);
  const records = readTable(command.content, inspectorColumns);
  requireRowCount(records.length);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const batch = batchOf(command);
    const earlier = dryRun ? undefined : await findEarlierImport(manager, batch);
    if (earlier) return earlier;

    const { inspectors, issues } = checkInspectorTable(records, await inspectorFacts(manager, command.today, records));
    if (reachOf('inspector.load', actor.capacity) === 'own') {
      const others = inspectors.filter((inspector) => inspector.department !== actor.department);
      issues.push(...others.map(({ row, line, unit }) => ({ row, line, column: '单位', value: unit, reason: inspectorReasons.unitOther, severity: 'error' as const })));
      issues.sort((a, b) => a.row - b.row);
    }
    const existing = await existingInspectors(manager, inspectors);
    const pairs = inspectors.map((inspector) => ({ given: givenOf(inspector), existing: existing.get(identityOf(inspector.department, inspector.staffNo)) }));
    const merged = mergeRows(pairs, batch);
    const counts = { rows: records.length, added: merged.added.length, updated: merged.updated.length, unchanged: merged.unchanged, ...countIssues(issues) };
    if (counts.error > 0) return { state: 'refused', duplicate: false, counts, issues };
    if (dryRun) return { state: 'checked', duplicate: false, counts, issues };

    const stamp = { updated_at: at.toISOString() };
    const added = merged.added.map((row) => ({ ...row, ...stamp })) as Record<(typeof newColumns)[number], unknown>[];
    await refuseTaken(insertRows(manager, 'inspector', newColumns, added));
    await updateRows(manager, 'inspector', [...fileColumns, 'updated_at'], merged.updated.map((row) => ({ ...row, ...stamp })));
    await addRecusals(manager, inspectors);
    const report: ImportReport = { state: 'loaded', batch, duplicate: false, counts, issues };
    await recordImport(manager, command, 'inspectors', 'inspector', report, merged.changes);
    return report;
  });
}

async function inspectorFacts(manager: EntityManager, today: string, records: readonly TableRow[]): Promise<InspectorFacts> {
  const names = [...new Set(records.flatMap((record) => recusalNames(record.cells[recusalColumn] ?? '')))];
  const settings: { value: string[] }[] = await manager.query(`SELECT value FROM setting WHERE key = 'inspector.qualifications'`);
  return {
    today,
    units: await manager.query('SELECT code, name, short_name AS "shortName", full_name AS "fullName", inspects FROM department'),
    towns: await manager.query('SELECT short_code AS code, name FROM division WHERE level = 4'),
    qualifications: settings[0]?.value ?? [],
    recusals: await matchRecusals(manager, names),
  };
}

/** What the object register holds for each text: one firm by code or full name, or several that begin with it. */
async function matchRecusals(manager: EntityManager, names: readonly string[]): Promise<Map<string, RecusalMatch>> {
  const rows: { text: string; ids: string[]; by_code: boolean; partial: boolean }[] = await manager.query(
    `SELECT text, ARRAY(SELECT o.id FROM check_object o WHERE o.uscc = text OR o.name = text LIMIT 2) AS ids,
       EXISTS (SELECT 1 FROM check_object o WHERE o.uscc = text) AS by_code,
       EXISTS (SELECT 1 FROM check_object o WHERE o.name LIKE replace(replace(text, '%', '\\%'), '_', '\\_') || '%') AS partial
     FROM unnest($1::text[]) text`,
    [names],
  );
  return new Map(
    rows.flatMap(({ text, ids, by_code: byCode, partial }): [string, RecusalMatch][] => {
      if (ids.length === 1 && ids[0]) return [[text, { object: ids[0], byCode }]];
      return ids.length > 1 || partial ? [[text, 'partial']] : [];
    }),
  );
}

const identityOf = (department: string, staffNo: string): string => `${department}:${staffNo}`;

async function existingInspectors(manager: EntityManager, inspectors: readonly LoadedInspector[]): Promise<Map<string, ExistingRow>> {
  const rows: { row: ExistingRow }[] = await manager.query(
    `SELECT to_jsonb(i) AS row FROM inspector i WHERE (i.department, i.staff_no) IN (SELECT * FROM unnest($1::text[], $2::text[])) FOR UPDATE`,
    [inspectors.map((inspector) => inspector.department), inspectors.map((inspector) => inspector.staffNo)],
  );
  return new Map(rows.map(({ row }) => [identityOf(String(row.department), String(row.staff_no)), row]));
}

const givenOf = (inspector: LoadedInspector): Record<string, unknown> => ({
  department: inspector.department,
  staff_no: inspector.staffNo,
  name: inspector.name,
  unit: inspector.unit,
  post_class: inspector.postClass,
  certificates: inspector.certificates,
  qualifications: inspector.qualifications,
  specialisms: inspector.specialisms,
  areas: inspector.areas,
  duty_status: inspector.dutyStatus,
});

async function addRecusals(manager: EntityManager, inspectors: readonly LoadedInspector[]): Promise<void> {
  const rows = inspectors.flatMap(({ department, staffNo, recusals }) => recusals.map((object) => ({ department, staff_no: staffNo, object })));
  await manager.query(
    `INSERT INTO recusal (inspector_id, object_id, reason)
     SELECT i.id, r.object, $2 FROM jsonb_to_recordset($1::jsonb) AS r(department text, staff_no text, object uuid)
     JOIN inspector i ON i.department = r.department AND i.staff_no = r.staff_no ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), recusalReason],
  );
}
