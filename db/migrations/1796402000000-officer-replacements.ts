import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers who were replaced before an entry, kept as rows from which the bundle's list is written. */
export class OfficerReplacements1796402000000 implements MigrationInterface {
  name = 'OfficerReplacements1796402000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "officer_replacement" ("act_id" bigint NOT NULL, "batch" text NOT NULL, "visit_id" text NOT NULL, "department" text NOT NULL, "object_id" uuid NOT NULL, "officer_out" uuid NOT NULL, "officer_in" uuid NOT NULL, "reason_code" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_officer_replacement" PRIMARY KEY ("act_id"))`,
    );
    await runner.query(`CREATE INDEX "officer_replacement_batch" ON "officer_replacement" ("batch")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "officer_replacement"`);
  }
}
