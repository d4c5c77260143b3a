import type { MigrationInterface, QueryRunner } from 'typeorm';

const conduct = [
  '严禁逐利检查；严禁接受被检查单位的任何利益；严禁参加被检查单位提供的宴请、娱乐、旅游等活动；严禁由被检查单位支付消费开支或者将检查费用转嫁给被检查单位；严禁任性处罚、乱查封、乱扣押、乱冻结、动辄责令停产停业',
  '不得妨碍正常的生产经营活动；不得刻意要求法定代表人到场接待；不得随意要求停产停业；不得吃拿卡要；不得下达检查指标；不得将考核考评、预算项目绩效与检查频次、罚没数额挂钩；不得变相检查；不得以观摩、督导、考察等名义行检查之实',
];

/** What inspectors must not do, printed on every notice, becomes a text that the office can change. */
export class NoticeConduct1796413000000 implements MigrationInterface {
  name = 'NoticeConduct1796413000000';

  async up(runner: QueryRunner): Promise<void> {
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'notice.conduct', $1::jsonb, $2 WHERE EXISTS (SELECT 1 FROM "setting")`,
      [JSON.stringify(conduct), '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）；文字须与原文核对'],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key = 'notice.conduct'`);
  }
}
