import type { DataSource } from 'typeorm';
import type { DepartmentEdit } from '../../domain/registers/department-edit';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from './change-row';
import { toColumns } from './column-names';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';

/**
 * Changes names and duties of a unit; the office handler's and the system administrator's part.
 * @throws Refusal NOT_ENTITLED and those of changeRow
 */
export async function editDepartment(
  dataSource: DataSource,
  command: RowCommand & { cause: string; values: DepartmentEdit },
): Promise<RowOutcome> {
  return changeRow(dataSource, registers.department, command, {
    act: 'department.edit',
    cause: command.cause,
    decide() {
      requireRegisterAct('department.edit', command.actor);
      return toColumns(command.values);
    },
  });
}
