import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one name and address that a person has found to be two firms: the one on which it was said names the other. */
export class FirmsToldApart1796700000000 implements MigrationInterface {
  name = 'FirmsToldApart1796700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "check_object" ADD "different_from" uuid array NOT NULL DEFAULT '{}'`);
    await runner.query(
      `CREATE INDEX "check_object_different_from" ON "check_object" USING gin ("different_from") WHERE different_from <> '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "check_object_different_from"`);
    await runner.query(`ALTER TABLE "check_object" DROP COLUMN "different_from"`);
  }
}
