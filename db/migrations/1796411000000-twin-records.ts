import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record that a person has found to be another record of the same firm points to the one that stands. */
export class TwinRecords1796411000000 implements MigrationInterface {
  name = 'TwinRecords1796411000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "check_object" ADD "same_as" uuid`);
    await runner.query(`CREATE INDEX "check_object_same_as" ON "check_object" ("same_as") WHERE same_as IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "check_object_same_as"`);
    await runner.query(`ALTER TABLE "check_object" DROP COLUMN "same_as"`);
  }
}
