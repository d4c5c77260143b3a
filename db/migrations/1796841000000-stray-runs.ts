import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of runs that somebody starts past the system so many are kept in a day, whatever ids they bear. */
export class StrayRuns1796841000000 implements MigrationInterface {
  name = 'StrayRuns1796841000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "run_history" ADD "stray" boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX "run_history_stray" ON "run_history" ("archived_at") WHERE stray`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "run_history_stray"`);
    await runner.query(`ALTER TABLE "run_history" DROP COLUMN "stray"`);
  }
}
