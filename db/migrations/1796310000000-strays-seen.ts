import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came past the web leaves the lists of work once a person has taken note of it. */
export class StraysSeen1796310000000 implements MigrationInterface {
  name = 'StraysSeen1796310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "stray_request" ADD "seen_at" TIMESTAMP WITH TIME ZONE, ADD "seen_by" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "stray_request" DROP COLUMN "seen_by", DROP COLUMN "seen_at"`);
  }
}
