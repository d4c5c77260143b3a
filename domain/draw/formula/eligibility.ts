import type { InspectorTable } from './inspectors-file';
import type { DepartmentParams, DrawParams } from './params';

/** Whether an inspector has what a slot of the department asks for; slots after the qualified ones ask for nothing. */
export function fitsSlot(
  inspectors: InspectorTable,
  department: DepartmentParams,
  inspector: number,
  slot: number,
): boolean {
  const qualification = department.qualifications[slot];
  return qualification === undefined || inspectors.at(inspector).qualifications.has(qualification);
}

/** Numbers of the inspectors of each department, in the order of `params.departments`. */
export function membersByDepartment(params: DrawParams, inspectors: InspectorTable): number[][] {
  const members = params.departments.map((): number[] => []);
  inspectors.rows.forEach(({ department }, i) => members[department]?.push(i));
  return members;
}

/** Whether a department serves objects of each stratum, by the stratum's number. */
export function servedStrata({ strata }: DrawParams, department: DepartmentParams): boolean[] {
  return strata.map(({ id }) => department.strata === undefined || department.strata.includes(id));
}
