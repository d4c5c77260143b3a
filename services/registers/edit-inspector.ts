import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { InspectorEdit } from '../../domain/registers/inspector-edit';
import { requireAffirmed } from '../../domain/registers/identity-changes';
import { wordOf } from '../../domain/registers/look-up';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { readSetting } from '../queries/registers/read-setting';
import { changeRow } from './change-row';
import { toColumns } from './column-names';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';
import { recusalsOf, type Recusals } from './recusals-of';
import { requireObjects } from './require-objects';

/**
 * Changes an inspector: duty status, certificates, qualifications, recusals. Only the own department or the office may.
 * @param command `affirmed`: the person has read a changed name beside the one that stands
 * @throws Refusal NOT_ENTITLED, RENAME_UNAFFIRMED, QUALIFICATION_UNKNOWN, DIVISION_UNKNOWN, NOT_IN_REGISTER (an object of a recusal), and those of changeRow
 */
export async function editInspector(
  dataSource: DataSource,
  command: RowCommand & { cause: string; values: InspectorEdit; affirmed?: boolean },
): Promise<RowOutcome> {
  const { recusals, ...values } = command.values;
  return changeRow(dataSource, registers.inspector, command, {
    act: 'inspector.edit',
    cause: command.cause,
    async decide(row, manager) {
      requireRegisterAct('inspector.edit', command.actor, [row.department as string]);
      requireAffirmed({ name: row.name as string }, values, command.affirmed ?? false);
      const qualifications =
        values.qualifications && (await knownQualifications(manager, values.qualifications, shanghaiDay(command.at)));
      await requireTowns(manager, values.areas ?? []);
      return toColumns({ ...values, ...(qualifications && { qualifications }) });
    },
    writeAlso: recusals && ((manager) => replaceRecusals(manager, command.id, recusals)),
  });
}

/** Qualifications as the county's list writes them. */
async function knownQualifications(manager: EntityManager, names: readonly string[], today: string): Promise<string[]> {
  const known = await readSetting(manager, 'inspector.qualifications', today);
  const found = names.map((name) => {
    const word = wordOf(known, name);
    if (word === undefined) throw new Refusal('QUALIFICATION_UNKNOWN', { name });
    return word;
  });
  return [...new Set(found)];
}

async function requireTowns(manager: EntityManager, codes: readonly string[]): Promise<void> {
  const unknown: { code: string }[] = await manager.query(
    'SELECT code FROM unnest($1::text[]) code WHERE NOT EXISTS (SELECT 1 FROM division d WHERE d.short_code = code.code AND d.level = 4)',
    [codes],
  );
  if (unknown[0]) throw new Refusal('DIVISION_UNKNOWN', { code: unknown[0].code });
}

async function replaceRecusals(manager: EntityManager, inspector: string, next: Recusals) {
  await requireObjects(
    manager,
    next.map(({ object }) => object),
  );
  const before = await recusalsOf(manager, inspector);
  const after = [...new Map(next.map((recusal) => [recusal.object, recusal])).values()].sort((a, b) =>
    a.object < b.object ? -1 : 1,
  );
  if (JSON.stringify(before) === JSON.stringify(after.map(({ object, reason }) => ({ object, reason }))))
    return undefined;
  await manager.query('DELETE FROM recusal WHERE inspector_id = $1', [inspector]);
  await manager.query(
    `INSERT INTO recusal (inspector_id, object_id, reason) SELECT $1, r.object, r.reason FROM jsonb_to_recordset($2::jsonb) AS r(object uuid, reason text)`,
    [inspector, JSON.stringify(after)],
  );
  return { before: { recusals: before }, after: { recusals: after } };
}
