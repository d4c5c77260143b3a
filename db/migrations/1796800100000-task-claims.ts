import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of a unit has said that they do a task, from when, and until when another took it or they gave it back. */
export class TaskClaims1796800100000 implements MigrationInterface {
  name = 'TaskClaims1796800100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "task_claim" ("id" BIGSERIAL NOT NULL, "case_id" text NOT NULL, "act" text NOT NULL, "department" text NOT NULL, "account" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "PK_task_claim" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "task_claim_standing" ON "task_claim" ("case_id", "act", "department") WHERE "ended_at" IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "task_claim"`);
  }
}
