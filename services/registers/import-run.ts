import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { keyColumns, withKeys } from '../../db/name-keys';
import { Refusal } from '../../domain/refusal';
import type { ImportIssue, IssueSeverity } from '../../domain/registers/import-issue';
import { appendEntry } from '../entries/append-entry';
import type { RegisterCommand } from './register-command';

export const rowLimit = 100_000;

export interface ImportCommand extends RegisterCommand {
  fileName: string;
  content: Buffer;
  /** Check and count only; nothing is written. */
  dryRun: boolean;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Questions of the file that the person has said yes to, by `questionKey`. */
  affirmed?: readonly string[];
  /** The file is the unit's whole list: who is in the register and not in it has left. */
  wholeList?: boolean;
  /** A tag that every object of the file gets. */
  tag?: string;
  /** `ImportReport.seen` of the check that the person had before them; without it nothing is said of what changed since. */
  seen?: string;
}

export interface ImportCounts {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  error: number;
  question: number;
  warning: number;
  'auto-fix': number;
  keep: number;
}

export interface ImportReport {
  /**
   * checked = a dry run without errors · refused = errors, or questions that nobody has affirmed, nothing was written ·
   * loaded = all of it stands · newsTaken = the file has errors, and of it only that stands which takes somebody out of draws.
   */
  state: 'checked' | 'refused' | 'loaded' | 'newsTaken';
  batch?: string;
  duplicate: boolean;
  counts: ImportCounts;
  issues: ImportIssue[];
  /** Of a dry run: up to where the history of the register was known, to be sent with the confirmation. */
  seen?: string;
  /** Of a file that was refused for its errors: what can be taken all the same, and the questions of just that. */
  news?: { rows: number; questions: ImportIssue[] };
}

/** A row that the file changes or brings. */
export interface ImportedRow {
  id: string;
  version: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

/** Every import of the same account and submission is the same batch: a name-based UUID (version 8). */
export function batchOf(command: RegisterCommand): string {
  const hex = createHash('sha256').update(`${command.actor.account}/${command.submission}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function countIssues(issues: readonly ImportIssue[]): Record<IssueSeverity, number> {
  const counts: Record<IssueSeverity, number> = { error: 0, question: 0, warning: 0, 'auto-fix': 0, keep: 0 };
  for (const issue of issues) counts[issue.severity] += 1;
  return counts;
}

export function requireRowCount(rows: number): void {
  if (rows > rowLimit) throw new Refusal('IMPORT_TOO_LONG', { rows, limit: rowLimit });
}

/** The report of the batch that this submission loaded before, or nothing. */
export async function findEarlierImport(manager: EntityManager, batch: string): Promise<ImportReport | undefined> {
  const rows: { state: 'loaded' | 'newsTaken'; counts: ImportCounts; errors: ImportIssue[] }[] = await manager.query(
    'SELECT state, counts, errors FROM import_batch WHERE id = $1',
    [batch],
  );
  const found = rows[0];
  return found && { state: found.state, batch, duplicate: true, counts: found.counts, issues: found.errors };
}

/** Writes what an import is: batch, one entry with its counts and the hash of its rows, and a line of history for each row. */
export async function recordImport(
  manager: EntityManager,
  command: ImportCommand,
  kind: 'objects' | 'inspectors',
  register: string,
  report: ImportReport,
  rows: readonly ImportedRow[],
): Promise<void> {
  const batch = report.batch ?? batchOf(command);
  const sha256 = createHash('sha256').update(command.content).digest('hex');
  const entry = await appendEntry(manager, {
    act: `${register}.load`,
    actor: command.actor,
    at: command.at,
    subject: { kind: 'import', id: batch },
    submission: command.submission,
    after: rows,
    attachments: [sha256],
    reason: command.reason,
    detail: { fileName: command.fileName, counts: report.counts },
  });
  await manager.query(
    `INSERT INTO import_batch (id, kind, file_name, sha256, counts, errors, by, at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      batch,
      kind,
      command.fileName,
      sha256,
      JSON.stringify(report.counts),
      JSON.stringify(report.issues),
      command.actor.account,
      command.at,
      report.state,
    ],
  );
  await manager.query(
    `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id)
     SELECT $1, r.id, r.version, $2, $3, 'imported', nullif(r.before, 'null'::jsonb), r.after, $4
     FROM jsonb_to_recordset($5::jsonb) AS r(id text, version int, before jsonb, after jsonb)`,
    [register, command.at, command.actor.account, entry.id, JSON.stringify(rows)],
  );
}

/** A row of the register that a load would change and that somebody else changed. */
export interface RowChanged {
  /** Of the file; 0 for a row of the register that the file lacks. */
  line: number;
  name: string;
  by: string | null;
  at: string | null;
}

/**
 * Up to where the history of the registers is known: changes of rows that are locked now have a higher number. The rows that
 * a load is about are locked before it is asked.
 */
export async function knownUpTo(manager: EntityManager): Promise<string> {
  const [last]: { id: string }[] = await manager.query('SELECT COALESCE(max(id), 0)::text AS id FROM register_change');
  return last?.id ?? '0';
}

/**
 * A load would undo what others changed after its check was shown: every such row is named.
 * @throws Refusal STALE_VERSION with `changedRows`
 */
export async function refuseOvertaken(
  manager: EntityManager,
  { register, seen }: { register: string; seen: string | undefined },
  rows: readonly { id: string; line: number; name: string }[],
): Promise<void> {
  if (seen === undefined || rows.length === 0) return;
  const changes: { id: string; by: string | null; at: Date }[] = await manager.query(
    `SELECT DISTINCT ON (c.subject_id) c.subject_id AS id, p.name AS by, c.at FROM register_change c LEFT JOIN account p ON p.id::text = c.actor
     WHERE c.register = $1 AND c.subject_id = ANY($2::text[]) AND c.id > $3 ORDER BY c.subject_id, c.id DESC`,
    [register, rows.map(({ id }) => id), seen],
  );
  const changed = new Map(changes.map((change) => [change.id, change]));
  const changedRows = rows.flatMap(({ id, line, name }): RowChanged[] => {
    const change = changed.get(id);
    return change ? [{ line, name, by: change.by, at: change.at.toISOString() }] : [];
  });
  if (changedRows.length > 0) throw new Refusal('STALE_VERSION', { register, changedRows });
}

/**
 * Writes the changed rows of a register if each still has the version it was read in.
 * @throws Refusal STALE_VERSION with `changedRows`
 */
export async function updateRows(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const assignments = [...columns, ...keyColumns(table, columns)]
    .map((column) => `"${column}" = given."${column}"`)
    .join(', ');
  const [written] = (await manager.query(
    `UPDATE ${table} t SET ${assignments}, version = t.version + 1 FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) given
     WHERE t.id = given.id AND t.version = given.version RETURNING t.id::text AS id`,
    [JSON.stringify(rows.map((row) => withKeys(table, row)))],
  )) as [{ id: string }[], number];
  if (written.length === rows.length) return;
  const left = new Set(rows.map((row) => String(row.id)));
  for (const { id } of written) left.delete(id);
  const changedRows = rows
    .filter((row) => left.has(String(row.id)))
    .map((row): RowChanged => ({ line: 0, name: String(row.name), by: null, at: null }));
  throw new Refusal('STALE_VERSION', { register: table, changedRows });
}
