import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql, words, type Sql } from '../../../db/sql';

/**
 * Whether a row of a register is one that a loaded file brought or changed. It is asked of the history: a row that a later
 * file changed again still belongs to the earlier one.
 * @param id column of the row's id, e.g. `o.id`
 * @param load id of the import
 */
export function rowOfLoad(register: 'object' | 'inspector', id: string, load: string): Sql {
  return sql`${words(id)} IN (SELECT c.subject_id::uuid FROM acts a JOIN register_change c ON c.act_id = a.id
    WHERE a.subject_kind = 'import' AND a.subject_id = ${load} AND c.register = ${register})`;
}

export interface NamedLoad {
  fileName: string;
  at: Date;
}

/** Which file a load took and when, or nothing where no such load of this register is known. */
export async function namedLoad(
  database: Queryable,
  kind: 'objects' | 'inspectors',
  load: string,
): Promise<NamedLoad | undefined> {
  const [found] = await rowsOf<NamedLoad>(
    database,
    sql`SELECT file_name AS "fileName", at FROM import_batch WHERE id = ${load}::uuid AND kind = ${kind}`,
  );
  return found;
}
