import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { findEarlierChange, recordChange } from './record-change';
import type { RowCommand, RowOutcome } from './register-command';
import { readRow, writeRow, type Register, type Row } from './register-row';
import { refuseStale } from './refuse-stale';
import { requireAccount } from '../people/require-account';

export interface RowChange {
  act: string;
  cause: string;
  /** Checks permission and rules on the row as it stands, and gives the columns to write. */
  decide(row: Row, manager: EntityManager): Record<string, unknown> | Promise<Record<string, unknown>>;
  /** What else belongs to the row and goes into its history, for example recusals; written in the same transaction. */
  writeAlso?(
    manager: EntityManager,
    row: Row,
  ): Promise<{ before: Record<string, unknown>; after: Record<string, unknown> } | undefined>;
}

/**
 * Changes one row of a register in one transaction: account, rules, version, history, entry.
 * The same submission again changes nothing and gives the version it made then.
 * @throws Refusal ACCOUNT_NOT_ENTITLED, NOT_IN_REGISTER, STALE_VERSION, CODE_TAKEN, NOTHING_CHANGED, and what `decide` refuses
 */
export async function changeRow(
  dataSource: DataSource,
  register: Register,
  command: RowCommand,
  change: RowChange,
): Promise<RowOutcome> {
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, command.actor);
    const row = await readRow(manager, register, command.id);
    const earlier = await findEarlierChange(manager, register.name, command.id, command.submission);
    if (earlier !== undefined) return { version: earlier, duplicate: true };

    const values = await decided(manager, register, command, change, row);
    const changed = Object.keys(values).filter(
      (column) => column === register.secret || !isDeepStrictEqual(values[column], row[column]),
    );
    const also = await change.writeAlso?.(manager, row);
    if (changed.length === 0 && !also)
      throw new Refusal('NOTHING_CHANGED', { register: register.name, id: command.id });
    const touched = 'updated_at' in row ? { updated_at: command.at.toISOString() } : {};
    await writeRow(manager, register, command.id, command.version, { ...pick(values, changed), ...touched });

    const shown = changed.filter((column) => column !== register.secret);
    await recordChange(manager, command, {
      register: register.name,
      id: command.id,
      version: command.version + 1,
      act: change.act,
      cause: change.cause,
      before: { ...pick(row, shown), ...also?.before },
      after: { ...pick(values, shown), ...also?.after },
    });
    return { version: command.version + 1, duplicate: false };
  });
}

/** Codes that say who may change a row at all: whoever may not learns nothing of what changed in it. */
const ofPermission = new Set<string>(['NOT_ENTITLED', 'ACCOUNT_NOT_ENTITLED', 'OWN_ACCOUNT']);

/**
 * What the rules make of the change. Where they refuse one that was written over an older version, that it is overtaken is
 * said first: what stands against it may be the other's change, and not this one's.
 */
async function decided(
  manager: EntityManager,
  register: Register,
  { id, version }: RowCommand,
  change: RowChange,
  row: Row,
): Promise<Record<string, unknown>> {
  try {
    return await change.decide(row, manager);
  } catch (failure) {
    const overtaken = row['version'] !== version && failure instanceof Refusal && !ofPermission.has(failure.code);
    if (overtaken) await refuseStale(manager, { register: register.name, id, version });
    throw failure;
  }
}

const pick = (row: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
