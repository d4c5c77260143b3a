import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's public telephone is a field of the unit; what stood in a setting that nobody could open moves there. */
export class UnitTelephones1796405000000 implements MigrationInterface {
  name = 'UnitTelephones1796405000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "department" ADD "phone" text`);
    await runner.query(
      `UPDATE "department" d SET "phone" = s.value->>d.code FROM "setting" s WHERE s.key = 'departments.phones' AND s.value ? d.code`,
    );
    await runner.query(`DELETE FROM "setting" WHERE key = 'departments.phones'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "department" DROP COLUMN "phone"`);
  }
}
