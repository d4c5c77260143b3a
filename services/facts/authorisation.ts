import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactQuestions } from '../../domain/facts';
import { readSetting } from '../queries/registers/read-setting';

/** An authorisation of the conference that is valid on a day (M10), with the items of the check that it does not cover. */
export async function authorisation(
  manager: Queryable,
  { id, on, items }: FactQuestions['authorisation'],
): Promise<FactAnswers['authorisation']> {
  const known = await readSetting(manager, 'decision.authorisations', on);
  const found = known.find((candidate) => candidate.id === id && candidate.validFrom <= on && on <= candidate.validTo);
  if (!found) return { missing: true };
  const outside: { code: string }[] = await manager.query(
    `SELECT v.item_code AS code FROM jsonb_to_recordset($1::jsonb) AS item(code text, version int)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version
     WHERE COALESCE(v.item_class, 'general') <> ALL($2::text[]) ORDER BY v.item_code`,
    [JSON.stringify(items), found.itemClasses],
  );
  const { document, scope, validTo, matters } = found;
  return { id, document, scope, validTo, matters, outside: outside.map(({ code }) => code) };
}
