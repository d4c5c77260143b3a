import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails to persons who wish them, and the hour of the daily one. */
export class Mail1796731000000 implements MigrationInterface {
  name = 'Mail1796731000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "account_mail" ("account" uuid NOT NULL, "address" text NOT NULL, "digest" boolean NOT NULL DEFAULT true, "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_0b1c8f0e2f3a4c5d6e7f8091a2b" PRIMARY KEY ("account"))`,
    );
    await runner.query(
      `CREATE TABLE "mail_message" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "account" uuid NOT NULL, "template" text NOT NULL, "words" jsonb NOT NULL, "state" text NOT NULL DEFAULT 'queued', "attempts" integer NOT NULL DEFAULT 0, "failure" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_1c2d9f1e3f4b5c6d7e8f9012a3c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "mail_message_once" ON "mail_message" ("key")`);
    await runner.query(`CREATE INDEX "mail_message_due" ON "mail_message" ("due_at") WHERE state = 'queued'`);
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'mail.digestHour', '8', $1 WHERE EXISTS (SELECT 1 FROM "setting")`,
      ['本系统约定：每天8时发送工作提醒邮件'],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key = 'mail.digestHour'`);
    await runner.query(`DROP TABLE "mail_message"`);
    await runner.query(`DROP TABLE "account_mail"`);
  }
}
