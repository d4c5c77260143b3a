import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../insert-rows';
import { codesOf, orNull, readJson, readList, type CalendarFile } from './reference-files';

const withoutInspection = ['GZFB', 'XZSP'];
const calendarYears = [2024, 2025, 2026];
/** Versions of the first list are in force from the first day of the oldest calendar. */
const firstDay = '2024-01-01';
const itemClasses: Record<string, string> = { 重点检查事项: 'key', 一般检查事项: 'general' };
const qualificationOf: [RegExp, string][] = [
  [/特种设备/, '特种设备安全监察员'],
  [/药品/, '药品检查员'],
  [/医疗器械/, '医疗器械检查员'],
];

/**
 * Loads departments, divisions, industries, items, calendars and default settings where none are there yet.
 * @param folder the project's data folder
 * @returns rows by table, or undefined where the reference data was there already
 */
export async function seedReference(
  dataSource: DataSource,
  folder: string,
  at: Date,
): Promise<Record<string, number> | undefined> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('seed'))`);
    const known: unknown[] = await manager.query('SELECT 1 FROM department LIMIT 1');
    if (known.length > 0) return undefined;
    return {
      department: await seedDepartments(manager, folder),
      division: await seedDivisions(manager, folder),
      industry: await seedIndustries(manager, folder),
      check_item: await seedItems(manager, folder, at),
      joint_item: await seedJointItems(manager, folder),
      calendar_day: await seedCalendar(manager, folder, at),
      setting: await seedSettings(manager, folder),
    };
  });
}

async function seedDepartments(manager: EntityManager, folder: string): Promise<number> {
  const members = readList(folder, 'departments.csv').map((row) => ({
    ...unitOf(row),
    role: row.role ?? '',
    inspects: !withoutInspection.includes(row.code ?? ''),
    member: row.code !== 'GZFB',
    by_invitation: false,
  }));
  const office = {
    code: 'OFFICE',
    name: '县“双随机、一公开”监管联席会议办公室',
    short_name: '联席办',
    full_name: '灌云县“双随机、一公开”监管联席会议办公室',
    sector: '联席会议日常工作',
    role: '办公室',
    inspects: false,
    member: false,
    by_invitation: false,
  };
  // Invited bodies hold no officers in the register yet, so no check can count on them to inspect.
  const invited = readList(folder, 'invited-departments.csv').map((row) => ({
    ...unitOf(row),
    role: '邀请单位',
    inspects: false,
    member: false,
    by_invitation: true,
  }));
  const rows = [office, ...members, ...invited].map((row, position) => ({ ...row, position, version: 1 }));
  const columns = [
    'code',
    'name',
    'short_name',
    'full_name',
    'role',
    'sector',
    'inspects',
    'member',
    'by_invitation',
    'position',
    'version',
  ] as const;
  await insertRows(manager, 'department', columns, rows);
  return rows.length;
}

const unitOf = (row: Record<string, string>) => ({
  code: row.code ?? '',
  name: row.name ?? '',
  short_name: row.short_name ?? '',
  full_name: row.full_name ?? '',
  sector: row.sector ?? '',
});

async function seedDivisions(manager: EntityManager, folder: string): Promise<number> {
  const rows = readList(folder, 'divisions.csv').map((row) => ({
    code: row.code,
    short_code: row.short_code,
    name: row.name,
    parent: orNull(row.parent),
    level: Number(row.level),
    kind: row.kind,
  }));
  await insertRows(manager, 'division', ['code', 'short_code', 'name', 'parent', 'level', 'kind'], rows);
  return rows.length;
}

async function seedIndustries(manager: EntityManager, folder: string): Promise<number> {
  const rows = readList(folder, 'industries.csv').map((row) => ({
    code: row.code,
    name: row.name,
    parent: orNull(row.parent),
    level: Number(row.level),
  }));
  await insertRows(manager, 'industry', ['code', 'name', 'parent', 'level'], rows);
  return rows.length;
}

async function seedItems(manager: EntityManager, folder: string, at: Date): Promise<number> {
  const list = readList(folder, 'department-items.csv');
  const items = list.map((row) => ({
    code: `${row.department_code}-${row.no}`,
    department: row.department_code,
    active: true,
    version: 1,
  }));
  const versions = list.map((row) => ({
    item_code: `${row.department_code}-${row.no}`,
    version: 1,
    effective_from: firstDay,
    cause: 'enacted',
    category: row.category,
    name: row.item,
    object_type: row.object_type,
    item_class: itemClasses[row.class ?? ''] ?? null,
    method: orNull(row.method),
    level: orNull(row.level),
    ratio_frequency: orNull(row.ratio_frequency),
    basis: orNull(row.basis),
    random_applies: true,
    joint_applies: true,
    qualifications:
      row.department_code === 'SCJG'
        ? qualificationOf
            .filter(([word]) => word.test(`${row.category}${row.item}`))
            .map(([, name]) => name)
            .slice(0, 1)
        : [],
    note: [row.note, `来源：${row.source}（${row.confidence}）`].filter(Boolean).join('；'),
    changed_at: at.toISOString(),
    changed_by: 'system',
  }));
  await insertRows(manager, 'check_item', ['code', 'department', 'active', 'version'], items);
  await insertRows(
    manager,
    'check_item_version',
    [
      'item_code',
      'version',
      'effective_from',
      'cause',
      'category',
      'name',
      'object_type',
      'item_class',
      'method',
      'level',
      'ratio_frequency',
      'basis',
      'random_applies',
      'joint_applies',
      'qualifications',
      'note',
      'changed_at',
      'changed_by',
    ],
    versions,
  );
  return items.length;
}

async function seedJointItems(manager: EntityManager, folder: string): Promise<number> {
  const rows = readList(folder, 'joint-items.csv').map((row) => ({
    code: row.no,
    field: row.field,
    item: row.item,
    object_type: row.object_type,
    initiating_departments: row.initiating_department,
    participating_departments: row.participating_departments,
    initiating_codes: codesOf(row.initiating_codes),
    participating_codes: codesOf(row.participating_codes),
    level: orNull(row.level),
    item_class: itemClasses[row.class ?? ''] ?? null,
    method: orNull(row.method),
    ratio_frequency: orNull(row.ratio_frequency),
    basis: orNull(row.basis),
    source: row.source,
    confidence: row.confidence,
    version: 1,
  }));
  await insertRows(
    manager,
    'joint_item',
    [
      'code',
      'field',
      'item',
      'object_type',
      'initiating_departments',
      'participating_departments',
      'initiating_codes',
      'participating_codes',
      'level',
      'item_class',
      'method',
      'ratio_frequency',
      'basis',
      'source',
      'confidence',
      'version',
    ],
    rows,
  );
  return rows.length;
}

async function seedCalendar(manager: EntityManager, folder: string, at: Date): Promise<number> {
  const files = calendarYears.map((year) => readJson<CalendarFile>(folder, `calendar/${year}.json`));
  const years = files.map(({ year, source }) => ({ year, source, published_at: at.toISOString(), version: 1 }));
  const days = files.flatMap((file) => file.days.map((day) => ({ ...day, year: file.year, notice: file.source })));
  await insertRows(manager, 'calendar_year', ['year', 'source', 'published_at', 'version'], years);
  await insertRows(manager, 'calendar_day', ['date', 'year', 'kind', 'name', 'notice'], days);
  return days.length;
}

async function seedSettings(manager: EntityManager, folder: string): Promise<number> {
  const rows = readJson<{ key: string; value: unknown; source: string }[]>(folder, 'settings.json').map((row) => ({
    ...row,
    version: 1,
  }));
  await insertRows(manager, 'setting', ['key', 'value', 'source', 'version'], rows);
  return rows.length;
}
