import type { MigrationInterface, QueryRunner } from 'typeorm';
import { normalForm } from '../../domain/text/normal-form';

/** Beside the tags of a firm stand their normal forms: a check of 重点 takes who bears 重点 in whatever width or case. */
export class TagKeys1796840000000 implements MigrationInterface {
  name = 'TagKeys1796840000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "check_object" ADD "tag_keys" text array NOT NULL DEFAULT '{}'`);
    const borne = (await runner.query(`SELECT DISTINCT unnest(tags) AS tag FROM check_object`)) as { tag: string }[];
    await runner.query(
      `UPDATE check_object o SET tag_keys = ARRAY(SELECT k.key FROM unnest(o.tags) WITH ORDINALITY t(tag, place)
         JOIN unnest($1::text[], $2::text[]) k(tag, key) ON k.tag = t.tag ORDER BY t.place) WHERE o.tags <> '{}'`,
      [borne.map(({ tag }) => tag), borne.map(({ tag }) => normalForm(tag))],
    );
    await runner.query(`DROP INDEX check_object_tags`);
    await runner.query(`CREATE INDEX check_object_tag_keys ON check_object USING gin (tag_keys)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX check_object_tag_keys`);
    await runner.query(`CREATE INDEX check_object_tags ON check_object USING gin (tags)`);
    await runner.query(`ALTER TABLE "check_object" DROP COLUMN "tag_keys"`);
  }
}
