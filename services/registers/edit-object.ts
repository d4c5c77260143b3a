import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { ObjectEdit } from '../../domain/registers/object-edit';
import { requireClassReason } from '../../domain/registers/class-change';
import { requireAffirmed } from '../../domain/registers/identity-changes';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { mendWaiting } from '../exchange/mend-waiting';
import { changeRow } from './change-row';
import { toColumns } from './column-names';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';

/**
 * Changes an object of the register. Only a responsible department or the office may. A code that comes in or changes goes
 * into every record that has not gone out to a platform yet, in the same transaction.
 * @param command `affirmed`: the person has read the changed name or code beside the one that stands
 * @returns with the platforms that have something to send again
 * @throws Refusal NOT_ENTITLED, NO_IDENTITY, RENAME_UNAFFIRMED, CODE_UNAFFIRMED, NUMBER_UNAFFIRMED, REASON_NEEDED (for a changed class), DEPARTMENT_UNKNOWN, DIVISION_UNKNOWN, INDUSTRY_UNKNOWN, and those of changeRow
 */
export async function editObject(
  dataSource: DataSource,
  command: RowCommand & { cause: string; values: ObjectEdit; affirmed?: boolean },
): Promise<RowOutcome & { waiting?: string[] }> {
  const { actor, values } = command;
  let waiting: string[] = [];
  const outcome = await changeRow(dataSource, registers.object, command, {
    act: 'object.edit',
    cause: command.cause,
    async decide(row, manager) {
      requireRegisterAct('object.edit', actor, row.responsible_departments as string[]);
      const next = { ...row, ...toColumns(values) };
      if (next.uscc === null && next.registration_no === null) throw new Refusal('NO_IDENTITY');
      await requireFree(manager, command.id, values);
      requireAffirmed(
        {
          name: row.name as string,
          uscc: row.uscc as string | null,
          registrationNo: row.registration_no as string | null,
        },
        values,
        command.affirmed ?? false,
      );
      requireClassReason(row.risk_class as string | null, values, command.reason);
      await requireKnown(manager, values);
      return toColumns(values);
    },
    async writeAlso(manager, row) {
      const { uscc } = values;
      if (uscc && uscc !== row.uscc) waiting = await mendWaiting(manager, { ...command, object: command.id, uscc });
      return undefined;
    },
  });
  return waiting.length > 0 ? { ...outcome, waiting } : outcome;
}

/** Whose code another firm has is not asked whether it is right. */
async function requireFree(manager: EntityManager, id: string, { uscc }: ObjectEdit): Promise<void> {
  if (!uscc) return;
  const other: unknown[] = await manager.query('SELECT 1 FROM check_object WHERE uscc = $1 AND id::text <> $2', [
    uscc,
    id,
  ]);
  if (other.length > 0) throw new Refusal('CODE_TAKEN', { constraint: 'check_object_uscc' });
}

async function requireKnown(manager: EntityManager, values: ObjectEdit): Promise<void> {
  const unknown: { code: string; list: 'DEPARTMENT_UNKNOWN' | 'DIVISION_UNKNOWN' | 'INDUSTRY_UNKNOWN' }[] =
    await manager.query(
      `SELECT code, 'DEPARTMENT_UNKNOWN' AS list FROM unnest($1::text[]) code WHERE NOT EXISTS (SELECT 1 FROM department d WHERE d.code = code.code)
     UNION ALL SELECT $2, 'DIVISION_UNKNOWN' WHERE $2::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM division d WHERE d.short_code = $2)
     UNION ALL SELECT $3, 'INDUSTRY_UNKNOWN' WHERE $3::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM industry i WHERE i.code = $3)`,
      [values.responsibleDepartments ?? [], values.division ?? null, values.industry ?? null],
    );
  if (unknown[0]) throw new Refusal(unknown[0].list, { code: unknown[0].code });
}
