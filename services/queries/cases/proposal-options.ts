import type { DataSource } from 'typeorm';

export interface ItemOption {
  code: string;
  department: string;
  name: string;
  category: string;
}

/** Items in force on a day that may be checked jointly, by department. */
export async function itemsByDepartment(dataSource: DataSource, on: string): Promise<ItemOption[]> {
  return dataSource.query(
    `SELECT code, department, name, category FROM (
       SELECT DISTINCT ON (i.code) i.code, i.department, v.name, v.category, v.joint_applies
       FROM check_item i JOIN check_item_version v ON v.item_code = i.code
       WHERE i.active AND v.effective_from <= $1::date ORDER BY i.code, v.effective_from DESC, v.version DESC
     ) item WHERE joint_applies ORDER BY department, code`,
    [on],
  );
}

/** Departments that inspect. */
export async function inspectingDepartments(dataSource: DataSource): Promise<{ code: string; name: string }[]> {
  return dataSource.query('SELECT code, name FROM department WHERE inspects ORDER BY code');
}
