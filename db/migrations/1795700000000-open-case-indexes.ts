import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked at every look at a home page, of a register that grows for years: open cases, awaited calendars, referrals about a firm. */
export class OpenCaseIndexes1795700000000 implements MigrationInterface {
  name = 'OpenCaseIndexes1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "official_case_open" ON "official_case" ("departments") WHERE NOT closed`);
    await runner.query(
      `CREATE INDEX "case_waiting_pending" ON "case_waiting" ("pending_year") WHERE pending_year IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "referral_object" ON "referral" ("object_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "referral_object"`);
    await runner.query(`DROP INDEX "case_waiting_pending"`);
    await runner.query(`DROP INDEX "official_case_open"`);
  }
}
