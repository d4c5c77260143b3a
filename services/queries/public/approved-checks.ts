import type { DataSource } from 'typeorm';
import { jointCheck } from '../../../domain/joint-check/process';
import type { Scheme } from '../../../domain/joint-check/scheme';

export interface ApprovedCheck {
  number: string;
  title: string;
  stage: string;
  lead: string;
  departments: string[];
  scheme: Scheme;
  approvedAt: string;
}

/** Approved joint checks as the public sees them: what is to be checked, by whom, at what ratios; never which firms. */
export async function approvedChecks(
  dataSource: DataSource,
  filter: { number?: string; page: number; pageSize: number },
): Promise<{ rows: ApprovedCheck[]; total: number }> {
  const approved = `c.kind = $1 AND c.state->'decision'->>'outcome' LIKE 'approve%'`;
  const parameters: unknown[] = [jointCheck.kind, ...(filter.number ? [filter.number] : [])];
  const where = filter.number ? `${approved} AND c.number = $2` : approved;
  const [{ total }]: [{ total: number }] = await dataSource.query(
    `SELECT count(*)::int AS total FROM official_case c WHERE ${where}`,
    parameters,
  );
  const rows: ApprovedCheck[] = await dataSource.query(
    `SELECT c.number, c.title, c.stage, c.lead_department AS lead, c.departments, c.state->'scheme' AS scheme, c.state->'decision'->>'decidedAt' AS "approvedAt"
     FROM official_case c WHERE ${where} ORDER BY c.number DESC LIMIT ${filter.pageSize} OFFSET ${(filter.page - 1) * filter.pageSize}`,
    parameters,
  );
  return { rows, total };
}
