import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address gets mails once its owner has shown that they read it; nobody is taken to have shown it before. */
export class ConfirmedAddresses1796820000000 implements MigrationInterface {
  name = 'ConfirmedAddresses1796820000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "account_mail" ADD "confirmed_at" TIMESTAMP WITH TIME ZONE, ADD "code" text, ADD "code_until" TIMESTAMP WITH TIME ZONE, ADD "code_tries" integer NOT NULL DEFAULT 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "account_mail" DROP COLUMN "code_tries", DROP COLUMN "code_until", DROP COLUMN "code", DROP COLUMN "confirmed_at"`,
    );
  }
}
