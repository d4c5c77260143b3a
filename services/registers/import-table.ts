import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../../db/insert-rows';
import { hold } from '../../db/hold';
import { withoutCards } from '../../domain/identity-card';
import { withAffirmed, withoutCardNumbers, type ImportIssue } from '../../domain/registers/import-issue';
import { requireRegisterAct, type RegisterAct } from '../../domain/registers/permissions';
import type { TableRow } from '../../domain/registers/table-row';
import {
  batchOf,
  countIssues,
  knownUpTo,
  findEarlierImport,
  recordImport,
  refuseOvertaken,
  requireRowCount,
  updateRows,
  type ImportCommand,
  type ImportReport,
} from './import-run';
import { mergeRows, type ExistingRow } from './merge-rows';
import { readTable } from './read-table';
import { refuseTaken } from './register-row';
import { requireAccount } from '../people/require-account';

type Columns = Record<string, unknown>;

interface ReadRows {
  /** With the line of the file that each comes from; 0 for a row that the file lacks. */
  pairs: { given: Columns; existing?: ExistingRow; line: number }[];
  news: RowNews[];
  issues: ImportIssue[];
}

/** What a row says that takes somebody out of draws. */
export interface RowNews {
  given: Columns;
  existing: ExistingRow;
  /** As in the findings of the file: number of the row, or 0 and the value by which it is named. */
  row: number;
  /** The line of the file, or 0. */
  line: number;
  value?: string;
}

/** What one register asks of a file; the transaction around it is the same for all. */
export interface ImportRules {
  kind: 'objects' | 'inspectors';
  register: 'object' | 'inspector';
  act: RegisterAct;
  table: string;
  /** Heads of the file. */
  heads: readonly string[];
  /** Columns of the table that a file fills or changes. */
  columns: readonly string[];
  /** Columns of a new row that a file leaves out. */
  blank: Columns;
  /**
   * Judges the records; those without an error come back beside the row that the register holds, locked. `news` are of
   * all rows that still tell whom they are about: what takes the officer or firm out of draws, and is taken although
   * another row, or another column of the same, is wrong.
   */
  read(manager: EntityManager, records: readonly TableRow[], command: ImportCommand): Promise<ReadRows>;
  /** What else belongs to the loaded rows. */
  writeAlso?(manager: EntityManager, rows: readonly Columns[], command: ImportCommand): Promise<void>;
}

/**
 * Loads a table into a register in one transaction, all or nothing, but for news: of a file with errors that is taken which
 * takes somebody out of draws (docs/adr/0007). A dry run checks and counts the same way and writes nothing.
 * The same submission again, even at the same moment, gives the report of the first.
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, IMPORT_* (the file cannot be read at all), STALE_VERSION, CODE_TAKEN
 */
export async function importTable(
  dataSource: DataSource,
  rules: ImportRules,
  asked: ImportCommand,
): Promise<ImportReport> {
  const command = { ...asked, fileName: withoutCards(asked.fileName) };
  const { actor, at, dryRun } = command;
  requireRegisterAct(rules.act, actor, [actor.department]);
  const { records, issues: around } = readTable(command.content, rules.heads);
  requireRowCount(records.length);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const batch = batchOf(command);
    if (!dryRun) {
      await hold(manager, batch);
      // Two files that bring the same new row come one after the other, and the second finds it in the register.
      await hold(manager, `load/${rules.register}`);
    }
    const earlier = dryRun ? undefined : await findEarlierImport(manager, batch);
    if (earlier) return earlier;

    const read = await rules.read(manager, records, command);
    const issues = withAffirmed(withoutCardNumbers([...around, ...read.issues]), command.affirmed ?? []);
    issues.sort((a, b) => a.row - b.row);
    const found = countIssues(issues);
    const told = found.error > 0 ? read.news : read.pairs;
    const merged = mergeRows(told, batch);
    const seen = dryRun ? await knownUpTo(manager) : undefined;
    const counts = {
      rows: records.length,
      added: merged.added.length,
      updated: merged.updated.length,
      unchanged: merged.unchanged,
      ...found,
    };
    const asked = issues.filter(({ severity }) => severity === 'question');
    if (counts.error > 0) {
      const questions = asked.filter((issue) => read.news.some((one) => isAbout(issue, one)));
      const news = { rows: merged.updated.length, questions };
      if (dryRun || news.rows === 0 || questions.length > 0)
        return { state: 'refused', duplicate: false, counts, issues, news, seen };
    } else if (!dryRun && asked.length > 0) return { state: 'refused', duplicate: false, counts, issues };
    else if (dryRun) return { state: 'checked', duplicate: false, counts, issues, seen };

    const lines = new Map(told.flatMap(({ existing, line }) => (existing ? [[existing.id, line]] : [])));
    await refuseOvertaken(
      manager,
      { register: rules.register, seen: command.seen },
      merged.updated.map(({ id, name }) => ({ id: String(id), line: lines.get(String(id)) ?? 0, name: String(name) })),
    );

    const stamp = { updated_at: at.toISOString() };
    const added = merged.added.map((row) => ({ ...rules.blank, ...row, ...stamp }));
    const own = ['id', ...rules.columns, ...Object.keys(rules.blank), 'import_batch', 'updated_at', 'version'];
    await refuseTaken(insertRows<Columns>(manager, rules.table, [...new Set(own)], added));
    await updateRows(
      manager,
      rules.table,
      [...rules.columns, 'updated_at'],
      merged.updated.map((row) => ({ ...row, ...stamp })),
    );
    await rules.writeAlso?.(manager, [...merged.added, ...merged.updated], command);
    const state = counts.error > 0 ? 'newsTaken' : 'loaded';
    const report: ImportReport = { state, batch, duplicate: false, counts, issues };
    await recordImport(manager, command, rules.kind, rules.register, report, merged.changes);
    return report;
  });
}

const isAbout = (issue: ImportIssue, { row, value }: RowNews): boolean =>
  issue.row === row && (row > 0 || issue.value === value);
