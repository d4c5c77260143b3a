import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { caseEntities } from '../../db/entities/cases';
import { exchangeEntities } from '../../db/entities/exchange';
import { mailEntities } from '../../db/entities/mail';
import { registerEntities } from '../../db/entities/registers';

type EntityClass = (
  typeof caseEntities | typeof exchangeEntities | typeof mailEntities | typeof registerEntities
)[number];

interface Column {
  name: string;
  type: string;
  key: boolean;
  nullable: boolean;
  meaning: string;
}

interface Table {
  name: string;
  meaning: string;
  columns: Column[];
}

const folder = join(__dirname, '..', '..', 'db', 'entities');

const rooms: { title: string; said: string; entities: readonly EntityClass[] }[] = [
  {
    title: 'Cases',
    said: 'Written by `services/cases`, which judges an act and records it in one transaction; screens read them. Lists and counts are made from the state, never the other way round ([decision 2](adr/0002-rows-are-made-from-the-state.md)).',
    entities: caseEntities,
  },
  {
    title: 'Exchange',
    said: 'The outbox: written with the act, drained by one rate-limited workflow a platform.',
    entities: exchangeEntities,
  },
  {
    title: 'Mail',
    said: 'Mails to persons who wish them: written with the act that they tell of, sent by a loop of the worker, which waits longer after each failure.',
    entities: mailEntities,
  },
  {
    title: 'Registers',
    said: 'Reference data by `services/registers` and accounts by `services/people`, each change with a version check, an entry in `acts` and a line in `register_change`.',
    entities: registerEntities,
  },
];

/** Columns that name a row of another table; held by the writing services, because a case's row may be written before its neighbours'. */
const references: Record<string, string> = {
  case_id: 'official_case',
  check_id: 'official_case',
  visit_id: 'official_case',
  parent_id: 'official_case',
  object_id: 'check_object',
  inspector_id: 'inspector',
  file_id: 'stored_file',
  message_id: 'outbox_message',
  item_code: 'check_item',
};

/** The page docs/database.md, made from the entities and what their authors say of them. */
export function databasePage(): string {
  const sources = readSources();
  const tables = rooms.map(({ entities }) => entities.map((entity) => tableOf(entity, sources)));
  return [
    '# The database',
    '',
    'Generated from `db/entities` by `tests/database/write-database-page.ts` and held equal by `tests/database/database-page.test.ts`. Tables change by migrations only; a test holds entities and migrations to each other.',
    '',
    '```mermaid',
    'erDiagram',
    ...diagram(tables.flat()),
    '```',
    '',
    'Units are named by their code in a column `department` of nearly every table; those lines are left out of the picture.',
    '',
    ...rooms.flatMap(({ title, said }, place) => [
      '',
      `## ${title}`,
      '',
      said,
      '',
      ...(tables[place] ?? []).flatMap(tableLines),
    ]),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');
}

function tableOf(entity: EntityClass, sources: string[]): Table {
  const storage = getMetadataArgsStorage();
  const name = storage.tables.find(({ target }) => target === entity)?.name ?? entity.name;
  const source = sources.find((text) => new RegExp(`export class ${entity.name}\\b`).test(text)) ?? '';
  const columns = storage.columns
    .filter(({ target }) => target === entity)
    .map(({ propertyName, options }) => ({
      name: options.name ?? propertyName,
      type: `${String(options.type ?? 'integer')}${options.array ? '[]' : ''}`,
      key: options.primary === true,
      nullable: options.nullable === true,
      meaning: docBefore(source, new RegExp(`${propertyName}!:`)),
    }));
  return { name, meaning: docBefore(source, new RegExp(`export class ${entity.name}\\b`)), columns };
}

/** What the author says right before a declaration and its decorators; nothing where they say nothing. */
function docBefore(source: string, declaration: RegExp): string {
  const lines = source.split('\n');
  let line = lines.findIndex((text) => declaration.test(text));
  while (line > 0 && /^\s*@/.test(lines[line - 1] ?? '') && !/\w!:/.test(lines[line - 1] ?? '')) line -= 1;
  const said: string[] = [];
  for (line -= 1; line >= 0; line -= 1) {
    const text = (lines[line] ?? '').trim();
    if (!/^(\/\*\*|\*|\*\/)/.test(text)) break;
    said.unshift(text.replace(/^\/?\*+\/?\s?|\s?\*\/$/g, '').trim());
    if (text.startsWith('/**')) return said.join(' ').trim();
  }
  return '';
}

function diagram(tables: Table[]): string[] {
  const names = new Set(tables.map(({ name }) => name));
  return tables.flatMap((table) =>
    table.columns.flatMap(({ name }) => {
      const other = references[name];
      return other && names.has(other) ? [`  ${other} ||--o{ ${table.name} : ${name}`] : [];
    }),
  );
}

function tableLines({ name, meaning, columns }: Table): string[] {
  const rows = columns.map(
    (column) =>
      `| ${column.key ? `**${column.name}**` : column.name} | ${column.type}${column.nullable ? ', may be empty' : ''} | ${column.meaning.replaceAll('|', '\\|')} |`,
  );
  return [`### ${name}`, '', meaning, '', '| Column | Type | Meaning |', '|---|---|---|', ...rows, ''];
}

function readSources(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
