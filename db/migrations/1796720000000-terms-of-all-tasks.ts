import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every wait has a term, is not asked for before its day, and tells that it was asked for; what the office gives is a setting. */
export class TermsOfAllTasks1796720000000 implements MigrationInterface {
  name = 'TermsOfAllTasks1796720000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "case_waiting" ADD "office_days" integer, ADD "not_before" date, ADD "reminded_at" timestamptz`,
    );
    // An empty county gets them with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT v.key, v.value, v.source
       FROM (VALUES ('task.workingDays', '5'::jsonb, '县政策默认值：法律和方案未规定期限的事项，由联席会议办公室定办理时限'),
         ('reminder.leastDays', '1'::jsonb, '县政策默认值：对同一单位两次催办之间至少间隔1天')) AS v(key, value, source)
       WHERE EXISTS (SELECT 1 FROM "setting")`,
    );
    // Their days are counted by whoever counts terms again, by the calendars.
    await runner.query(`UPDATE "case_waiting" SET office_days = 5 WHERE due IS NULL AND pending_year IS NULL`);
    await runner.query(
      `UPDATE "case_waiting" w SET not_before = w.due FROM "official_case" c
       WHERE c.id = w.case_id AND w.act = 'visit.enterResult' AND NOT w.returned AND w.due IS NOT NULL
         AND COALESCE((c.state -> 'results' -> w.department ->> 'version')::int, 0) = 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key IN ('task.workingDays', 'reminder.leastDays')`);
    await runner.query(`UPDATE "case_waiting" SET due = NULL, pending_year = NULL WHERE office_days IS NOT NULL`);
    await runner.query(
      `ALTER TABLE "case_waiting" DROP COLUMN "office_days", DROP COLUMN "not_before", DROP COLUMN "reminded_at"`,
    );
  }
}
