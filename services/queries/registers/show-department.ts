import type { DataSource } from 'typeorm';
import type { Capacity } from '../../../domain/actor';
import { listDepartments, type DepartmentLine } from './list-departments';
import { registerHistory, type RegisterChangeLine } from './register-history';

export interface DepartmentView extends DepartmentLine {
  /** Who acts for the unit in correspondence: names of active accounts by capacity, officers left out. */
  people: { name: string; capacity: Capacity }[];
  history: RegisterChangeLine[];
}

/** A unit with those who act for it and every change of it. */
export async function showDepartment(dataSource: DataSource, code: string): Promise<DepartmentView | undefined> {
  const found = (await listDepartments(dataSource)).find((line) => line.code === code);
  if (!found) return undefined;
  const people: DepartmentView['people'] = await dataSource.query(
    `SELECT a.name, capacity FROM account a, unnest(a.capacities) capacity
     WHERE a.department = $1 AND a.active AND NOT a.machine AND capacity = ANY($2) ORDER BY array_position($2, capacity), a.name`,
    [code, ['departmentLeader', 'departmentLiaison', 'departmentHandler', 'officeDirector', 'officeHandler']],
  );
  return { ...found, people, history: await registerHistory(dataSource, 'department', code) };
}
