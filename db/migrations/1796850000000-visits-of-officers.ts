import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An officer's visits that are still to be made are found by the officer, not by reading every visit. */
export class VisitsOfOfficers1796850000000 implements MigrationInterface {
  name = 'VisitsOfOfficers1796850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX visit_result_officers ON visit_result USING gin (officers) WHERE stage = 'awaitingVisit'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX visit_result_officers');
  }
}
