import type { DataSource } from 'typeorm';

/**
 * Takes the next number of a year, such as 320723-2026-0007. The same submission gets the same number again.
 * @param county six digits of GB/T 2260
 */
export async function allocateCaseNumber(
  dataSource: DataSource,
  kind: string,
  county: string,
  year: number,
  submission: string,
): Promise<string> {
  const serial = await dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`number/${kind}/${year}`]);
    const known: { serial: number }[] = await manager.query('SELECT serial FROM case_number WHERE submission = $1', [
      submission,
    ]);
    if (known[0]) return known[0].serial;
    const taken: { serial: number }[] = await manager.query(
      `INSERT INTO case_number (kind, year, serial, submission)
       SELECT $1, $2, COALESCE(max(serial), 0) + 1, $3 FROM case_number WHERE kind = $1 AND year = $2 RETURNING serial`,
      [kind, year, submission],
    );
    return taken[0]?.serial ?? 1;
  });
  return `${county}-${year}-${String(serial).padStart(4, '0')}`;
}
