import type { MigrationInterface, QueryRunner } from 'typeorm';
import { normalForm } from '../../domain/text/normal-form';

const chunk = 2000;
const names = [
  ['check_object', 'name', 'name_key'],
  ['check_object', 'address', 'address_key'],
  ['inspector', 'name', 'name_key'],
  ['publication', 'object_name', 'object_name_key'],
  ['official_case', 'title', 'title_key'],
] as const;
/** Signs that are compared otherwise than before. */
const dots = '[.․。｡．﹒˙●◦∘]';

/** The dot in a name is one, whatever key or font gave it: the stored forms of names that have one are written anew. */
export class DotsInNames1796842000000 implements MigrationInterface {
  name = 'DotsInNames1796842000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, key] of names) await writeKeys(runner, table, name, key);
    await runner.query(
      `UPDATE case_search s SET key = k.key, marks = search_grams(k.key || ' ' || s.number) || s.kind || ARRAY(SELECT '@' || r FROM unnest(k.readers) AS r)
       FROM (SELECT c.id, c.readers, CASE WHEN c.title = c.number THEN '' ELSE c.title_key END || ' ' || COALESCE((SELECT o.name_key FROM check_object o WHERE o.id = c.subject_id), '') AS key
         FROM official_case c WHERE c.title ~ $1) k
       WHERE s.case_id = k.id AND s.key <> k.key`,
      [dots],
    );
    const tagged = (await runner.query(`SELECT id::text AS id, tags FROM check_object WHERE tags::text ~ $1`, [
      dots,
    ])) as {
      id: string;
      tags: string[];
    }[];
    for (const { id, tags } of tagged)
      await runner.query(`UPDATE check_object SET tag_keys = $2 WHERE id::text = $1`, [id, tags.map(normalForm)]);
    // Of two names of one officer that are one now the earlier keeps its key; both still wait for a person.
    const given = (await runner.query(
      `SELECT id::text AS id, given FROM recusal_name WHERE given ~ $1 ORDER BY since`,
      [dots],
    )) as { id: string; given: string }[];
    for (const { id, given: text } of given)
      await runner.query(
        `UPDATE recusal_name r SET key = $2 WHERE r.id::text = $1 AND NOT EXISTS
           (SELECT 1 FROM recusal_name o WHERE o.inspector_id = r.inspector_id AND o.key = $2)`,
        [id, normalForm(text)],
      );
  }

  /** The forms of before are found again by the migration that first wrote them; nothing else is to be undone. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}

async function writeKeys(runner: QueryRunner, table: string, name: string, key: string): Promise<void> {
  const rows = (await runner.query(`SELECT id::text AS id, "${name}" AS name FROM "${table}" WHERE "${name}" ~ $1`, [
    dots,
  ])) as { id: string; name: string }[];
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    await runner.query(
      `UPDATE "${table}" t SET "${key}" = given.key FROM unnest($1::text[], $2::text[]) given(id, key) WHERE t.id::text = given.id`,
      [part.map((row) => row.id), part.map((row) => normalForm(row.name))],
    );
  }
}
