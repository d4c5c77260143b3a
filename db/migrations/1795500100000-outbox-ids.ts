import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages get their ids as every other row does, so that entities and tables say the same. */
export class OutboxIds1795500100000 implements MigrationInterface {
  name = 'OutboxIds1795500100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox_message" ALTER COLUMN "id" SET DEFAULT uuid_generate_v4()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox_message" ALTER COLUMN "id" SET DEFAULT gen_random_uuid()`);
  }
}
