import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of departments' systems have an id that is no secret, a scope, and the day of their last use; what changed lately is found by its moment. */
export class ScopedTokens1796408000000 implements MigrationInterface {
  name = 'ScopedTokens1796408000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "api_token" ADD "id" uuid NOT NULL DEFAULT gen_random_uuid(), ADD "scope" text array NOT NULL DEFAULT '{read,act,tokens}', ADD "last_used_on" date`,
    );
    await runner.query(`ALTER TABLE "api_token" ALTER COLUMN "id" DROP DEFAULT, ALTER COLUMN "scope" DROP DEFAULT`);
    await runner.query(`CREATE UNIQUE INDEX "api_token_id" ON "api_token" ("id")`);
    // What changed since a moment is asked for across all cases.
    await runner.query(`CREATE INDEX "acts_at" ON "acts" ("at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "acts_at"`);
    await runner.query(`DROP INDEX "api_token_id"`);
    await runner.query(`ALTER TABLE "api_token" DROP COLUMN "id", DROP COLUMN "scope", DROP COLUMN "last_used_on"`);
  }
}
