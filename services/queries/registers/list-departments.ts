import type { DataSource } from 'typeorm';

export interface DepartmentLine {
  code: string;
  name: string;
  shortName: string;
  fullName: string;
  role: string;
  sector: string;
  phone: string | null;
  documentMark: string | null;
  inspects: boolean;
  member: boolean;
  byInvitation: boolean;
  version: number;
  accounts: number;
  inspectors: number;
}

/** All units in the order of the conference, with how many active accounts and inspectors each has. */
export async function listDepartments(dataSource: DataSource): Promise<DepartmentLine[]> {
  return dataSource.query(
    `SELECT d.code, d.name, d.short_name AS "shortName", d.full_name AS "fullName", d.role, d.sector, d.phone, d.document_mark AS "documentMark", d.inspects, d.member,
       d.by_invitation AS "byInvitation", d.version,
       (SELECT count(*)::int FROM account a WHERE a.department = d.code AND a.active) AS accounts,
       (SELECT count(*)::int FROM inspector i WHERE i.department = d.code) AS inspectors
     FROM department d ORDER BY d.position, d.code`,
  );
}
