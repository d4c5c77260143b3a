import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a calendar the terms of open cases were last counted by (M30). */
export class RecountedCalendars1795500000000 implements MigrationInterface {
  name = 'RecountedCalendars1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_year" ADD "recounted_version" integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_year" DROP COLUMN "recounted_version"`);
  }
}
