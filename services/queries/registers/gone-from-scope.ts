import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';

/** Places and industries of a scope that the dictionaries do not have any more, by their codes. */
export async function goneFromScope(
  dataSource: DataSource,
  { divisions, industries }: Scope,
): Promise<Pick<Scope, 'divisions' | 'industries'>> {
  const [row] = await rowsOf<Pick<Scope, 'divisions' | 'industries'>>(
    dataSource,
    sql`SELECT
      ARRAY(SELECT c FROM unnest(${divisions}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM division d WHERE d.short_code = c OR d.code = c)) AS divisions,
      ARRAY(SELECT c FROM unnest(${industries}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM industry i WHERE i.code = c)) AS industries`,
  );
  return row ?? { divisions: [], industries: [] };
}
