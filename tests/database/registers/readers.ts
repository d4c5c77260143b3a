import type { Reader } from '../../../services/queries/cases/may-read-case';

const reader = (department: string, capacity: string): Reader => ({ department, capacities: [capacity] });

/** Readers of the demonstration county. */
export const countyReader = {
  office: reader('OFFICE', 'officeHandler'),
  scjg: reader('SCJG', 'departmentHandler'),
  wgl: reader('WGL', 'departmentHandler'),
  systemAdmin: reader('GZFB', 'systemAdministrator'),
};
