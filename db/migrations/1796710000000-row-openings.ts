import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever acts on many cases at once has opened those that must be read: when, and in which version. */
export class RowOpenings1796710000000 implements MigrationInterface {
  name = 'RowOpenings1796710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "row_opening" ("account" uuid NOT NULL, "case_id" text NOT NULL, "act" text NOT NULL, "version" integer NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_row_opening" PRIMARY KEY ("account", "case_id", "act", "version"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "row_opening"`);
  }
}
