import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A paper keeps what it shows from the moment it was asked for; a print is another paper once that changes, and says which of
 * its visits have none, and why.
 */
export class PapersKeepWhatTheyShow1796403000000 implements MigrationInterface {
  name = 'PapersKeepWhatTheyShow1796403000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "document" ADD "content" jsonb, ADD "by_hand" boolean NOT NULL DEFAULT false, ADD "failures" jsonb NOT NULL DEFAULT '[]',
         ADD "left_out" jsonb NOT NULL DEFAULT '[]', ADD "overtaken_at" TIMESTAMP WITH TIME ZONE, ADD "overtaken_by" text`,
    );
    // Until now a print was told by its key: those of an act name no edition after a unit.
    await runner.query(
      `UPDATE "document" SET "by_hand" = true WHERE "key" LIKE "case_id" || '/' || "kind" || '/' || COALESCE("department", 'all') || '/%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "document" DROP COLUMN "overtaken_by", DROP COLUMN "overtaken_at", DROP COLUMN "left_out", DROP COLUMN "failures", DROP COLUMN "by_hand", DROP COLUMN "content"`,
    );
  }
}
