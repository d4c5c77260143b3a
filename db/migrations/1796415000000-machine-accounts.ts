import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account may be a system's: nobody signs in with it, and the security administrator makes and ends its tokens. */
export class MachineAccounts1796415000000 implements MigrationInterface {
  name = 'MachineAccounts1796415000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "account" ADD "machine" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "api_token" WHERE "account_id" IN (SELECT "id" FROM "account" WHERE "machine")`);
    await runner.query(`UPDATE "account" SET "active" = false WHERE "machine"`);
    await runner.query(`ALTER TABLE "account" DROP COLUMN "machine"`);
  }
}
