import type { EntityManager } from 'typeorm';
import type { RecusalMatch } from '../../domain/registers/check-inspector-cells';
import { codeForm, normalForm } from '../../domain/text/normal-form';
import { beginningWith } from '../queries/like-pattern';

/** The record that stands of those that a condition finds: who is named by a closed second record is the same firm. */
const standing = (condition: string) => `SELECT COALESCE(o.same_as, o.id) AS id FROM check_object o WHERE ${condition}`;
const byCode = `${standing('o.uscc = code')} UNION ${standing('o.registration_no = code')}`;

/**
 * What the object register holds for each text, by its normal form: one firm by code, registration number or full name, or
 * several by the same name or as the beginning of their names.
 */
export async function matchFirms(manager: EntityManager, texts: readonly string[]): Promise<Map<string, RecusalMatch>> {
  const asked = new Map(texts.map((text) => [normalForm(text), codeForm(text)]));
  asked.delete('');
  const rows: { key: string; ids: string[]; by_code: boolean; partial: boolean }[] = await manager.query(
    `SELECT key, ARRAY(${standing('o.name_key = key')} UNION ${byCode} LIMIT 2) AS ids, EXISTS (${byCode}) AS by_code,
       EXISTS (SELECT 1 FROM check_object o WHERE o.name_key LIKE pattern) AS partial
     FROM unnest($1::text[], $2::text[], $3::text[]) asked(key, code, pattern)`,
    [[...asked.keys()], [...asked.values()], [...asked.keys()].map(beginningWith)],
  );
  return new Map(
    rows.flatMap(({ key, ids, by_code: coded, partial }): [string, RecusalMatch][] => {
      if (ids.length === 1 && ids[0]) return [[key, { object: ids[0], byCode: coded }]];
      return ids.length > 1 || partial ? [[key, 'partial']] : [];
    }),
  );
}
