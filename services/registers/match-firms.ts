import type { EntityManager } from 'typeorm';
import type { RecusalMatch } from '../../domain/registers/check-inspector-cells';
import { beginningWith } from '../queries/like-pattern';

/** What the object register holds for each text: one firm by code or full name, or several that begin with it. */
export async function matchFirms(manager: EntityManager, texts: readonly string[]): Promise<Map<string, RecusalMatch>> {
  const rows: { text: string; ids: string[]; by_code: boolean; partial: boolean }[] = await manager.query(
    `SELECT text, ARRAY(SELECT o.id FROM check_object o WHERE o.uscc = text OR o.name = text LIMIT 2) AS ids,
       EXISTS (SELECT 1 FROM check_object o WHERE o.uscc = text) AS by_code,
       EXISTS (SELECT 1 FROM check_object o WHERE o.name LIKE pattern) AS partial
     FROM unnest($1::text[], $2::text[]) asked(text, pattern)`,
    [texts, texts.map(beginningWith)],
  );
  return new Map(
    rows.flatMap(({ text, ids, by_code: byCode, partial }): [string, RecusalMatch][] => {
      if (ids.length === 1 && ids[0]) return [[text, { object: ids[0], byCode }]];
      return ids.length > 1 || partial ? [[text, 'partial']] : [];
    }),
  );
}
