import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that came back is a task of its own; results whose problem became none are found by whoever supervises. */
export class WorkThatCameBack1796404000000 implements MigrationInterface {
  name = 'WorkThatCameBack1796404000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "case_waiting" ADD "returned" boolean NOT NULL DEFAULT false`);
    await runner.query(
      `CREATE INDEX "official_case_softened" ON "official_case" ("id") WHERE state @? '$.results.*.softenings[0]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "official_case_softened"`);
    await runner.query(`ALTER TABLE "case_waiting" DROP COLUMN "returned"`);
  }
}
