import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../domain/actor';
import { indexIndustries } from '../../domain/registers/check-industry-cell';
import {
  checkObjectTable,
  objectColumns,
  type LoadedObject,
  type ObjectFacts,
} from '../../domain/registers/check-object-table';
import type { ImportIssue } from '../../domain/registers/import-issue';
import { objectReasons, type Reason } from '../../domain/registers/import-reasons';
import { reachOf } from '../../domain/registers/permissions';
import { normalForm, sameText } from '../../domain/text/normal-form';
import { twinsOfRows } from '../queries/registers/twins';
import type { ImportCommand, ImportReport } from './import-run';
import { importTable, type ImportRules, type RowNews } from './import-table';
import type { ExistingRow } from './merge-rows';

const rules: ImportRules = {
  kind: 'objects',
  register: 'object',
  act: 'object.load',
  table: 'check_object',
  heads: objectColumns,
  columns: [
    'uscc',
    'registration_no',
    'kind',
    'name',
    'status',
    'founded_on',
    'address',
    'division',
    'industry',
    'legal_representative',
    'phone',
    'responsible_departments',
    'tags',
    'risk_class',
    'risk_source',
    'note',
  ],
  blank: { tags: [], licences: [] },
  async read(manager, records, command) {
    const { objects, issues } = checkObjectTable(records, await objectFacts(manager, command.today));
    const existing = await existingObjects(manager, objects);
    const news: RowNews[] = [];
    const taken = new Map<string, number>();
    const pairs = objects.flatMap((object) => {
      const row = existing.get(identityOf(object));
      const earlier = row && taken.get(row.id);
      if (row && earlier !== undefined) {
        issues.push(sameRecordIssue(object, earlier, row));
        return [];
      }
      if (row) taken.set(row.id, object.row);
      if (row && row.same_as !== null) {
        issues.push(closedIssue(object));
        return [];
      }
      const foreign = ownershipIssue(object, row, command.actor);
      issues.push(...foreign, ...renameIssue(object, row));
      if (row && row.status === 'active' && object.status !== 'active' && foreign.length === 0)
        news.push({ given: { status: object.status }, existing: row, row: object.row, line: object.line });
      return [{ given: givenOf(object, row, command), existing: row, line: object.line }];
    });
    issues.push(...(await twinIssues(manager, objects, existing)));
    return { pairs, news, issues };
  },
};

/**
 * Loads a CSV of objects, all or nothing but for firms that are struck off: new ones are added, those that the register knows by their code are brought up to date.
 * A department becomes responsible for what it brings and may only update what it is responsible for.
 * @param command `tag` marks every object of the file, so that a check can be drawn from exactly these
 * @throws Refusal as importTable does
 */
export async function loadObjects(dataSource: DataSource, command: ImportCommand): Promise<ImportReport> {
  return importTable(dataSource, rules, command);
}

async function objectFacts(manager: EntityManager, today: string): Promise<ObjectFacts> {
  const towns: { code: string; name: string }[] = await manager.query(
    'SELECT short_code AS code, name FROM division WHERE level = 4',
  );
  const industries: { code: string; name: string }[] = await manager.query('SELECT code, name FROM industry');
  return { today, towns, industries: indexIndustries(industries) };
}

const identityOf = (object: { uscc?: string | null; registrationNo?: string | null; kind: string }): string =>
  object.uscc ?? `${object.kind}:${object.registrationNo ?? ''}`;

async function existingObjects(
  manager: EntityManager,
  objects: readonly LoadedObject[],
): Promise<Map<string, ExistingRow>> {
  const rows: { row: ExistingRow }[] = await manager.query(
    `SELECT to_jsonb(o) AS row FROM check_object o
     WHERE o.uscc = ANY($1::text[]) OR (o.kind, o.registration_no) IN (SELECT * FROM unnest($2::text[], $3::text[])) ORDER BY o.id FOR UPDATE`,
    [
      objects.flatMap((object) => object.uscc ?? []),
      objects.filter((object) => object.registrationNo !== undefined).map((object) => object.kind),
      objects.flatMap((object) => object.registrationNo ?? []),
    ],
  );
  // A record that has got its code keeps its old number: a file that still has the number means the same record.
  return new Map(
    rows.flatMap(({ row }): [string, ExistingRow][] => {
      const [uscc, registrationNo] = [row.uscc as string | null, row.registration_no as string | null];
      const kind = String(row.kind);
      return [
        ...(registrationNo === null
          ? []
          : [[identityOf({ registrationNo, kind }), row] satisfies [string, ExistingRow]]),
        ...(uscc === null ? [] : [[identityOf({ uscc, kind }), row] satisfies [string, ExistingRow]]),
      ];
    }),
  );
}

function givenOf(
  object: LoadedObject,
  existing: ExistingRow | undefined,
  { actor, fileName, tag }: ImportCommand,
): Record<string, unknown> {
  const own = reachOf('object.load', actor.capacity) === 'own' ? [actor.department] : [];
  const sameClass = object.riskClass === null || object.riskClass === existing?.risk_class;
  return {
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
    responsible_departments: withAll(existing?.responsible_departments, own),
    tags: withAll(existing?.tags, tag === undefined ? [] : [tag]),
    risk_class: object.riskClass,
    risk_source: sameClass ? null : fileName,
    note: object.note,
  };
}

/** Two records of one firm, such as the old number and the new code, are named: the same name and address in any width. */
async function twinIssues(
  manager: EntityManager,
  objects: readonly LoadedObject[],
  existing: ReadonlyMap<string, ExistingRow>,
): Promise<ImportIssue[]> {
  const rows = objects
    .filter(({ status, address }) => status === 'active' && address !== null)
    .map((object) => ({
      ...object,
      code: object.uscc ?? object.registrationNo ?? '',
      nameKey: normalForm(object.name),
      addressKey: normalForm(object.address ?? ''),
    }));
  const issue = (object: LoadedObject, reason: Reason): ImportIssue => ({
    row: object.row,
    line: object.line,
    column: '企业名称',
    value: object.name,
    reason,
    severity: 'warning',
  });
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const held = await twinsOfRows(
    manager,
    rows.map(({ row, code, nameKey, addressKey }) => ({ row, code, nameKey, addressKey })),
  );
  const apart = (one: LoadedObject, other: LoadedObject): boolean => {
    const [a, b] = [existing.get(identityOf(one)), existing.get(identityOf(other))];
    return Boolean(a && b && (saysOther(a, b.id) || saysOther(b, a.id)));
  };
  const before = new Map<string, LoadedObject[]>();
  const inFile = rows.flatMap((row) => {
    const firm = `${row.nameKey}|${row.addressKey}`;
    const known = before.get(firm) ?? [];
    before.set(firm, [...known, row]);
    const earlier = known.find((one) => !apart(one, row));
    return earlier ? [issue(row, objectReasons.sameFirmInFile(earlier.row))] : [];
  });
  return [
    ...inFile,
    ...held.flatMap(({ row, name, code }) => {
      const object = byRow.get(row);
      return object ? [issue(object, objectReasons.sameFirm(name, code))] : [];
    }),
  ];
}

const saysOther = (row: ExistingRow, id: string): boolean => ((row.different_from ?? []) as string[]).includes(id);

/**
 * One wrong code must not make one firm another: a name that changes under an unchanged number is affirmed by itself, and
 * where address and trade change with it the code is most likely another firm's.
 */
function renameIssue(object: LoadedObject, row: ExistingRow | undefined): ImportIssue[] {
  const was = row && String(row.name);
  if (was === undefined || sameText(was, object.name)) return [];
  const moved = object.address !== null && row?.address !== null && !sameText(String(row?.address), object.address);
  const otherTrade = object.industry !== null && row?.industry !== null && row?.industry !== object.industry;
  const reason =
    moved && otherTrade
      ? objectReasons.otherFirm(was, object.name, String(row?.address), object.address ?? '')
      : objectReasons.renamed(was, object.name);
  return [{ row: object.row, line: object.line, column: '企业名称', value: object.name, reason, severity: 'question' }];
}

/** Two rows of a file that the register knows as one record: whichever came last would stand, and the other be lost. */
const sameRecordIssue = (
  { row, line, uscc, registrationNo }: LoadedObject,
  earlier: number,
  held: ExistingRow,
): ImportIssue => ({
  row,
  line,
  column: '统一社会信用代码',
  value: uscc ?? registrationNo ?? '',
  reason: objectReasons.sameRecord(earlier, String(held.name)),
  severity: 'error',
});

/** A record that was closed as a second one of a firm stays closed, whatever file still has it. */
const closedIssue = ({ row, line, name }: LoadedObject): ImportIssue => ({
  row,
  line,
  column: '企业名称',
  value: name,
  reason: objectReasons.closedTwin,
  severity: 'warning',
});

/** A list of the register with what it lacks at its end. */
function withAll(held: unknown, wanted: readonly string[]): string[] {
  const known = (held ?? []) as string[];
  return [...known, ...wanted.filter((word) => !known.some((held) => sameText(held, word)))];
}

function ownershipIssue(object: LoadedObject, existing: ExistingRow | undefined, actor: Actor): ImportIssue[] {
  const owners = (existing?.responsible_departments ?? []) as string[];
  if (reachOf('object.load', actor.capacity) === 'all' || owners.length === 0 || owners.includes(actor.department))
    return [];
  const { row, line } = object;
  const value = object.uscc ?? object.registrationNo ?? '';
  return [{ row, line, column: '统一社会信用代码', value, reason: objectReasons.otherDepartment, severity: 'error' }];
}
