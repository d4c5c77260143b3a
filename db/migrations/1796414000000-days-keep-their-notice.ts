import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each day of a calendar keeps the notice that it came from; those of before came from their year's. */
export class DaysKeepTheirNotice1796414000000 implements MigrationInterface {
  name = 'DaysKeepTheirNotice1796414000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_day" ADD "notice" text`);
    await runner.query(
      `UPDATE "calendar_day" d SET "notice" = coalesce((SELECT y.source FROM "calendar_year" y WHERE y.year = d.year), '')`,
    );
    await runner.query(`ALTER TABLE "calendar_day" ALTER COLUMN "notice" SET NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_day" DROP COLUMN "notice"`);
  }
}
