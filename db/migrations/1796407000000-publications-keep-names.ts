import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A publication keeps the names of its day: of the department and the authority, of the check and its items. What was
 * published before is given the names that the histories of the registers have for its day.
 */
export class PublicationsKeepNames1796407000000 implements MigrationInterface {
  name = 'PublicationsKeepNames1796407000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "publication" ADD "department_name" text, ADD "authority" text, ADD "check_number" text, ADD "check_title" text,
         ADD "item_versions" integer array, ADD "item_names" text array, ADD "public_reason" text`,
    );
    const nameOn = (column: string) =>
      `COALESCE((SELECT h.before->>'${column}' FROM register_change h
         WHERE h.register = 'department' AND h.subject_id = p.department AND h.at > p.published_at AND h.before ? '${column}'
         ORDER BY h.at, h.version LIMIT 1), d.${column})`;
    await runner.query(
      `UPDATE publication p SET department_name = ${nameOn('name')}, authority = ${nameOn('full_name')}
       FROM department d WHERE d.code = p.department`,
    );
    await runner.query(
      `UPDATE publication p SET check_number = c.number, check_title = c.title,
         item_versions = ARRAY(SELECT (i.item->>'version')::int ${itemsOfCheck} ORDER BY i.n),
         item_names = ARRAY(SELECT COALESCE(v.name, i.item->>'code') ${itemsOfCheck} ORDER BY i.n)
       FROM official_case c WHERE c.id = p.check_id`,
    );
    // A row whose items are not those of its check's state keeps to what it said.
    await runner.query(
      `UPDATE publication SET item_versions = NULL, item_names = NULL WHERE cardinality(item_names) <> cardinality(items)`,
    );
    await runner.query(`DROP INDEX "publication_time"`);
    await runner.query(`CREATE INDEX "publication_time" ON "publication" ("published_at", "id")`);
    await runner.query(`CREATE INDEX "publication_without_key" ON "publication" ("id") WHERE object_name_key = ''`);
    await runner.query(
      `CREATE INDEX "publication_news" ON "publication" (COALESCE("changed_at", "published_at"), "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "publication_news"`);
    await runner.query(`DROP INDEX "publication_without_key"`);
    await runner.query(`DROP INDEX "publication_time"`);
    await runner.query(`CREATE INDEX "publication_time" ON "publication" ("published_at")`);
    await runner.query(
      `ALTER TABLE "publication" DROP COLUMN "public_reason", DROP COLUMN "item_names", DROP COLUMN "item_versions",
         DROP COLUMN "check_title", DROP COLUMN "check_number", DROP COLUMN "authority", DROP COLUMN "department_name"`,
    );
  }
}

const itemsOfCheck = `FROM jsonb_array_elements(c.state->'items') WITH ORDINALITY AS i(item, n)
  LEFT JOIN check_item_version v ON v.item_code = i.item->>'code' AND v.version = (i.item->>'version')::int
  WHERE i.item->>'department' = p.department`;
