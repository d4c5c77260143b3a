import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the names on a case's tasks is asked by its page, whatever the county holds. */
export class ClaimsOfACase1796870100000 implements MigrationInterface {
  name = 'ClaimsOfACase1796870100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "task_claim_case" ON "task_claim" ("case_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "task_claim_case"`);
  }
}
