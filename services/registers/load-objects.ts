import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../../db/insert-rows';
import { indexIndustries } from '../../domain/registers/check-industry-cell';
import { checkObjectTable, objectColumns, type LoadedObject, type ObjectFacts } from '../../domain/registers/check-object-table';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { objectReasons } from '../../domain/registers/import-reasons';
import { reachOf, requireRegisterAct } from '../../domain/registers/permissions';
import type { Actor } from '../../domain/actor';
import { batchOf, countIssues, findEarlierImport, recordImport, requireRowCount, updateRows, type ImportCommand, type ImportReport } from './import-run';
import { mergeRows, type ExistingRow } from './merge-rows';
import { readTable } from './read-table';
import { refuseTaken } from './register-row';
import { requireAccount } from './require-account';

const fileColumns = ['uscc', 'registration_no', 'kind', 'name', 'status', 'founded_on', 'address', 'division', 'industry', 'legal_representative', 'phone', 'responsible_departments', 'risk_class', 'risk_source', 'note'] as const;

/**
 * Loads a CSV of objects, all or nothing: new ones are added, those that the register knows by their code are brought up to date.
 * A department becomes responsible for what it brings and may only update what it is responsible for.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, IMPORT_* (the file cannot be read at all), STALE_VERSION, CODE_TAKEN
 */
export async function loadObjects(dataSource: DataSource, command: ImportCommand): Promise<ImportReport> {
  const { actor, at, dryRun, today } = command;
  requireRegisterAct('object.load', actor, [actor.department]);
  const records = readTable(command.content, objectColumns);
  requireRowCount(records.length);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const batch = batchOf(command);
    const earlier = dryRun ? undefined : await findEarlierImport(manager, batch);
    if (earlier) return earlier;

    const { objects, issues } = checkObjectTable(records, await objectFacts(manager, today));
    const existing = await existingObjects(manager, objects);
    const pairs = objects.map((object) => pairOf(object, existing.get(identityOf(object)), command));
    issues.push(...pairs.flatMap(({ object, existing: row }) => ownershipIssue(object, row, actor)));
    issues.sort((a, b) => a.row - b.row);

    const merged = mergeRows(pairs, batch);
    const counts = { rows: records.length, added: merged.added.length, updated: merged.updated.length, unchanged: merged.unchanged, ...countIssues(issues) };
    if (counts.error > 0) return { state: 'refused', duplicate: false, counts, issues };
    if (dryRun) return { state: 'checked', duplicate: false, counts, issues };

    const stamp = { updated_at: at.toISOString() };
    await refuseTaken(insertRows(manager, 'check_object', [...newColumns], merged.added.map((row) => ({ ...emptyObject, ...row, ...stamp }))));
    await updateRows(manager, 'check_object', [...fileColumns, 'updated_at'], merged.updated.map((row) => ({ ...row, ...stamp })));
    const report: ImportReport = { state: 'loaded', batch, duplicate: false, counts, issues };
    await recordImport(manager, command, 'objects', 'object', report, merged.changes);
    return report;
  });
}

const newColumns = ['id', ...fileColumns, 'tags', 'licences', 'import_batch', 'updated_at', 'version'] as const;
const emptyObject = Object.fromEntries([...newColumns.map((column) => [column, null]), ['tags', []], ['licences', []]]) as Record<(typeof newColumns)[number], unknown>;

async function objectFacts(manager: EntityManager, today: string): Promise<ObjectFacts> {
  const towns: { code: string; name: string }[] = await manager.query('SELECT short_code AS code, name FROM division WHERE level = 4');
  const industries: { code: string; name: string }[] = await manager.query('SELECT code, name FROM industry');
  return { today, towns, industries: indexIndustries(industries) };
}

const identityOf = (object: { uscc?: string | null; registrationNo?: string | null; kind: string }): string =>
  object.uscc ?? `${object.kind}:${object.registrationNo ?? ''}`;

async function existingObjects(manager: EntityManager, objects: readonly LoadedObject[]): Promise<Map<string, ExistingRow>> {
  const rows: { row: ExistingRow }[] = await manager.query(
    `SELECT to_jsonb(o) AS row FROM check_object o
     WHERE o.uscc = ANY($1::text[]) OR (o.kind, o.registration_no) IN (SELECT * FROM unnest($2::text[], $3::text[])) FOR UPDATE`,
    [
      objects.flatMap((object) => object.uscc ?? []),
      objects.filter((object) => object.registrationNo !== undefined).map((object) => object.kind),
      objects.flatMap((object) => object.registrationNo ?? []),
    ],
  );
  return new Map(
    rows.map(({ row }) => [identityOf({ uscc: row.uscc as string | null, registrationNo: row.registration_no as string | null, kind: String(row.kind) }), row]),
  );
}

function pairOf(object: LoadedObject, existing: ExistingRow | undefined, command: ImportCommand) {
  const { actor } = command;
  const known = (existing?.responsible_departments ?? []) as string[];
  const own = reachOf('object.load', actor.capacity) === 'own' ? [actor.department] : [];
  const sameClass = object.riskClass === null || object.riskClass === existing?.risk_class;
  const given: Record<string, unknown> = {
    uscc: object.uscc ?? null,
    registration_no: object.registrationNo ?? null,
    kind: object.kind,
    name: object.name,
    status: object.status,
    founded_on: object.foundedOn,
    address: object.address,
    division: object.division,
    industry: object.industry,
    legal_representative: object.legalRepresentative,
    phone: object.phone,
    responsible_departments: [...known, ...own.filter((code) => !known.includes(code))],
    risk_class: object.riskClass,
    risk_source: sameClass ? null : command.fileName,
    note: object.note,
  };
  return { object, existing, given };
}

function ownershipIssue(object: LoadedObject, existing: ExistingRow | undefined, actor: Actor): ImportIssue[] {
  const owners = (existing?.responsible_departments ?? []) as string[];
  if (reachOf('object.load', actor.capacity) === 'all' || owners.length === 0 || owners.includes(actor.department)) return [];
  const { row, line } = object;
  const value = object.uscc ?? object.registrationNo ?? '';
  return [{ row, line, column: '统一社会信用代码', value, reason: objectReasons.otherDepartment, severity: 'error' }];
}
