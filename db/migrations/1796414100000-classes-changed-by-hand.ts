import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a class that was changed by hand is shown at each freeze is a setting; the changes of classes are found by their day. */
export class ClassesChangedByHand1796414100000 implements MigrationInterface {
  name = 'ClassesChangedByHand1796414100000';

  async up(runner: QueryRunner): Promise<void> {
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'draw.handChangedClassDays', '30', '县政策默认值：人工更改的信用风险分类，30天内每次锁定名单时列明'
       WHERE EXISTS (SELECT 1 FROM "setting")`,
    );
    await runner.query(
      `CREATE INDEX "register_change_class" ON "register_change" ("at") WHERE register = 'object' AND cause <> 'imported' AND after ? 'risk_class'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "register_change_class"`);
    await runner.query(`DELETE FROM "setting" WHERE key = 'draw.handChangedClassDays'`);
  }
}
