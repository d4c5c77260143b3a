import type { CountyEngine } from './county-engine';

/** Every act that was acknowledged to a person stands in `acts` exactly once, and no act of a person stands there unacknowledged. */
export async function expectEachOnce(county: CountyEngine): Promise<void> {
  const rows: { subject_id: string; submission: string }[] = await county.dataSource.query(
    `SELECT subject_id, submission FROM acts WHERE account <> 'system' AND capacity <> 'system'`,
  );
  const written = rows.map((row) => `${row.subject_id} ${row.submission}`).sort();
  const acknowledged = new Set(county.acknowledged.map(({ caseId, submission }) => `${caseId} ${submission}`));
  expect(written).toEqual([...acknowledged].sort());

  const published: { visit_id: string; department: string; version: number }[] = await county.dataSource.query(
    'SELECT visit_id, department, version FROM publication',
  );
  expect(new Set(published.map((row) => `${row.visit_id}/${row.department}/${row.version}`)).size).toBe(
    published.length,
  );
}
