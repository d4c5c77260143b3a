import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows hold, the engine orders: requests, outcomes, attempts, effects, ended waits, faults and strays become rows; a pool
 * is built under an id of its own and named by the act that freezes it.
 */
export class RowsHold1796100000000 implements MigrationInterface {
  name = 'RowsHold1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE "act_request" ("key" uuid NOT NULL, "case_id" text, "act" text NOT NULL, "account" text NOT NULL, "submission" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "body" text NOT NULL, "key_id" text NOT NULL, "signature" text NOT NULL, CONSTRAINT "PK_act_request" PRIMARY KEY ("key"))`,
      `CREATE INDEX "act_request_case" ON "act_request" ("case_id", "submission")`,
      `CREATE INDEX "act_request_pace" ON "act_request" ("account", "at")`,
      `CREATE TABLE "act_outcome" ("place" text NOT NULL, "key" text NOT NULL, "outcome" jsonb NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_act_outcome" PRIMARY KEY ("place", "key"))`,
      `CREATE TABLE "act_attempt" ("id" BIGSERIAL NOT NULL, "case_id" text, "act" text NOT NULL, "account" text NOT NULL, "capacity" text NOT NULL, "department" text NOT NULL, "code" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_act_attempt" PRIMARY KEY ("id"))`,
      `CREATE INDEX "act_attempt_case" ON "act_attempt" ("case_id", "at")`,
      `CREATE TABLE "case_effect" ("id" BIGSERIAL NOT NULL, "key" text NOT NULL, "case_id" text NOT NULL, "act_id" bigint NOT NULL, "kind" text NOT NULL, "effect" jsonb NOT NULL, "state" text NOT NULL DEFAULT 'open', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_case_effect" PRIMARY KEY ("id"))`,
      `CREATE UNIQUE INDEX "case_effect_key" ON "case_effect" ("key")`,
      `CREATE INDEX "case_effect_open" ON "case_effect" ("case_id", "id") WHERE state = 'open'`,
      `CREATE TABLE "ended_waiting" ("id" BIGSERIAL NOT NULL, "case_id" text NOT NULL, "act" text NOT NULL, "capacity" text NOT NULL, "department" text NOT NULL, "officer" uuid, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "due" date, "pending_year" integer, "ended_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_by" bigint NOT NULL, CONSTRAINT "PK_ended_waiting" PRIMARY KEY ("id"))`,
      `CREATE INDEX "ended_waiting_case" ON "ended_waiting" ("case_id", "ended_at")`,
      `CREATE INDEX "ended_waiting_unit" ON "ended_waiting" ("department", "ended_at")`,
      `CREATE TABLE "step_fault" ("id" BIGSERIAL NOT NULL, "case_id" text NOT NULL, "key" text NOT NULL, "step" text NOT NULL, "account" text NOT NULL, "department" text NOT NULL, "tries" integer NOT NULL, "message" text NOT NULL, "first_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, "parked_at" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, "settled_by" text, CONSTRAINT "PK_step_fault" PRIMARY KEY ("id"))`,
      `CREATE UNIQUE INDEX "step_fault_step" ON "step_fault" ("case_id", "key")`,
      `CREATE INDEX "step_fault_parked" ON "step_fault" ("parked_at") WHERE parked_at IS NOT NULL AND settled_at IS NULL`,
      `CREATE TABLE "stray_request" ("day" date NOT NULL, "place" text NOT NULL, "count" integer NOT NULL, "reason" text NOT NULL, "first_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_stray_request" PRIMARY KEY ("day", "place"))`,
      `CREATE TABLE "pool" ("id" uuid NOT NULL, "batch" text NOT NULL, "check_id" text NOT NULL, "nonce_key" bytea NOT NULL, "secrets" jsonb NOT NULL, "figures" jsonb NOT NULL, "basis" jsonb NOT NULL, "built_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_pool" PRIMARY KEY ("id"))`,
      `CREATE INDEX "pool_batch" ON "pool" ("batch")`,
      `INSERT INTO "pool" (id, batch, check_id, nonce_key, secrets, figures, basis, built_at) SELECT md5(number)::uuid, number, check_id, nonce_key, secrets, figures, '{}', now() FROM "batch"`,
      `ALTER TABLE "batch" ADD "pool" uuid`,
      `UPDATE "batch" SET pool = md5(number)::uuid`,
      `ALTER TABLE "batch" ALTER COLUMN "pool" SET NOT NULL, DROP COLUMN "check_id", DROP COLUMN "frozen_by", DROP COLUMN "nonce_key", DROP COLUMN "secrets", DROP COLUMN "figures"`,
      ...['batch_file', 'batch_object', 'batch_inspector'].flatMap((table) => [
        `ALTER TABLE "${table}" ALTER COLUMN "batch" TYPE uuid USING md5(batch)::uuid`,
        `ALTER TABLE "${table}" RENAME COLUMN "batch" TO "pool"`,
      ]),
      `ALTER TABLE "official_case" ADD "alarm_at" TIMESTAMP WITH TIME ZONE`,
      `CREATE INDEX "official_case_alarm" ON "official_case" ("alarm_at") WHERE alarm_at IS NOT NULL`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE "official_case" DROP COLUMN "alarm_at"`,
      ...['batch_file', 'batch_object', 'batch_inspector'].flatMap((table) => [
        `ALTER TABLE "${table}" RENAME COLUMN "pool" TO "batch"`,
        `ALTER TABLE "${table}" ALTER COLUMN "batch" TYPE text`,
        `UPDATE "${table}" t SET batch = p.batch FROM "pool" p WHERE p.id::text = t.batch`,
      ]),
      `ALTER TABLE "batch" ADD "check_id" text, ADD "frozen_by" text, ADD "nonce_key" bytea, ADD "secrets" jsonb, ADD "figures" jsonb`,
      `UPDATE "batch" b SET check_id = p.check_id, nonce_key = p.nonce_key, secrets = p.secrets, figures = p.figures FROM "pool" p WHERE p.id = b.pool`,
      `ALTER TABLE "batch" ALTER COLUMN "check_id" SET NOT NULL, ALTER COLUMN "nonce_key" SET NOT NULL, ALTER COLUMN "secrets" SET NOT NULL, ALTER COLUMN "figures" SET NOT NULL, DROP COLUMN "pool"`,
      ...[
        'pool',
        'stray_request',
        'step_fault',
        'ended_waiting',
        'case_effect',
        'act_attempt',
        'act_outcome',
        'act_request',
      ].map((table) => `DROP TABLE "${table}"`),
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
