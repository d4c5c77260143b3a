import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft keeps what stood in its form when it was opened, so that it can be put together with what others change meanwhile. */
export class DraftsKeepTheirBase1796800000000 implements MigrationInterface {
  name = 'DraftsKeepTheirBase1796800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "draft" ADD "opened" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "draft" DROP COLUMN "opened"`);
  }
}
