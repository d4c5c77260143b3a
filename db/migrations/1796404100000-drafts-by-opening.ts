import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A form that is open in two places has two drafts: one never takes the place of the other without having been read. */
export class DraftsByOpening1796404100000 implements MigrationInterface {
  name = 'DraftsByOpening1796404100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "draft" ADD "opening" text NOT NULL DEFAULT 'before', ADD "revision" integer NOT NULL DEFAULT 1`,
    );
    await runner.query(`ALTER TABLE "draft" ALTER COLUMN "opening" DROP DEFAULT, ALTER COLUMN "revision" DROP DEFAULT`);
    const keys: { name: string }[] = await runner.query(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = '"draft"'::regclass AND contype = 'p'`,
    );
    await runner.query(`ALTER TABLE "draft" DROP CONSTRAINT "${keys[0]?.name}"`);
    await runner.query(
      `ALTER TABLE "draft" ADD CONSTRAINT "${keys[0]?.name}" PRIMARY KEY ("account", "form", "opening")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM draft d USING draft newer WHERE (newer.account, newer.form) = (d.account, d.form)
         AND (newer.saved_at, newer.opening) > (d.saved_at, d.opening)`,
    );
    const keys: { name: string }[] = await runner.query(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = '"draft"'::regclass AND contype = 'p'`,
    );
    await runner.query(`ALTER TABLE "draft" DROP CONSTRAINT "${keys[0]?.name}"`);
    await runner.query(`ALTER TABLE "draft" ADD CONSTRAINT "${keys[0]?.name}" PRIMARY KEY ("account", "form")`);
    await runner.query(`ALTER TABLE "draft" DROP COLUMN "revision", DROP COLUMN "opening"`);
  }
}
