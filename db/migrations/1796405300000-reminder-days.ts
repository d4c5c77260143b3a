import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long before the end of a round's term the silent are reminded becomes a setting, at the value it had. */
export class ReminderDays1796405300000 implements MigrationInterface {
  name = 'ReminderDays1796405300000';

  async up(runner: QueryRunner): Promise<void> {
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'consultation.remindDays', '1', '县政策默认值：期限届满前一天提醒尚未反馈的单位'
       WHERE EXISTS (SELECT 1 FROM "setting")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key = 'consultation.remindDays'`);
  }
}
