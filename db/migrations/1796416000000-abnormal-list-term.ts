import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Within how long market regulation decides on 经营异常名录 about whom it did not find is a setting. */
export class AbnormalListTerm1796416000000 implements MigrationInterface {
  name = 'AbnormalListTerm1796416000000';

  async up(runner: QueryRunner): Promise<void> {
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'disposition.abnormalListWorkingDays', '10', $1 WHERE EXISTS (SELECT 1 FROM "setting")`,
      [
        '《企业经营异常名录管理暂行办法》第九条：通过登记的住所或者经营场所无法联系的，自查实之日起10个工作日内作出列入经营异常名录的决定；须核对现行规定',
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key = 'disposition.abnormalListWorkingDays'`);
  }
}
