import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { ObjectEdit } from '../../domain/registers/object-edit';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from './change-row';
import { toColumns } from './column-names';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';

/**
 * Changes an object of the register. Only a responsible department or the office may.
 * @throws Refusal NOT_ENTITLED, NO_IDENTITY, DEPARTMENT_UNKNOWN, DIVISION_UNKNOWN, INDUSTRY_UNKNOWN, and those of changeRow
 */
export async function editObject(
  dataSource: DataSource,
  command: RowCommand & { cause: string; values: ObjectEdit },
): Promise<RowOutcome> {
  const { actor, values } = command;
  return changeRow(dataSource, registers.object, command, {
    act: 'object.edit',
    cause: command.cause,
    async decide(row, manager) {
      requireRegisterAct('object.edit', actor, row.responsible_departments as string[]);
      const next = { ...row, ...toColumns(values) };
      if (next.uscc === null && next.registration_no === null) throw new Refusal('NO_IDENTITY');
      await requireKnown(manager, values);
      return toColumns(values);
    },
  });
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
