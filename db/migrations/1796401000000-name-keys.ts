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

/** Beside each name that is searched and matched stands its normal form; names among the recusals that no firm was found for stay. */
export class NameKeys1796401000000 implements MigrationInterface {
  name = 'NameKeys1796401000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, key] of names) {
      await runner.query(`ALTER TABLE "${table}" ADD "${key}" text NOT NULL DEFAULT ''`);
      await writeKeys(runner, table, name, key);
    }
    await runner.query(`CREATE INDEX check_object_name_key_trgm ON check_object USING gin (name_key gin_trgm_ops)`);
    await runner.query(`CREATE INDEX "check_object_name_key" ON "check_object" ("name_key")`);
    await runner.query(
      `CREATE INDEX "check_object_registration_no" ON "check_object" ("registration_no") WHERE registration_no IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX publication_name_key_trgm ON publication USING gin (object_name_key gin_trgm_ops)`,
    );
    await runner.query(
      `CREATE TABLE "recusal_name" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "inspector_id" uuid NOT NULL, "given" text NOT NULL, "key" text NOT NULL, "cause" text NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by" text, "outcome" text, CONSTRAINT "PK_2cfc0a7a7c8c9c2b7a1f7f4f5d1" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "recusal_name_once" ON "recusal_name" ("inspector_id", "key")`);
    await runner.query(`CREATE INDEX "recusal_name_open" ON "recusal_name" ("inspector_id") WHERE resolved_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "recusal_name"`);
    await runner.query(`DROP INDEX "publication_name_key_trgm"`);
    await runner.query(`DROP INDEX "check_object_registration_no"`);
    await runner.query(`DROP INDEX "check_object_name_key"`);
    await runner.query(`DROP INDEX "check_object_name_key_trgm"`);
    for (const [table, , key] of [...names].reverse())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${key}"`);
  }
}

async function writeKeys(runner: QueryRunner, table: string, name: string, key: string): Promise<void> {
  const rows = (await runner.query(
    `SELECT id::text AS id, "${name}" AS name FROM "${table}" WHERE "${name}" IS NOT NULL`,
  )) as { id: string; name: string }[];
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    await runner.query(
      `UPDATE "${table}" t SET "${key}" = given.key FROM unnest($1::text[], $2::text[]) given(id, key) WHERE t.id::text = given.id`,
      [part.map((row) => row.id), part.map((row) => normalForm(row.name))],
    );
  }
}
