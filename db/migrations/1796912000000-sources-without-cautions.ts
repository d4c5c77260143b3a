import type { MigrationInterface, QueryRunner } from 'typeorm';

const cautions = [
  ['notice.conduct', '；文字须与原文核对'],
  ['publication.correctionWorkingDays', '；须核对现行规定'],
  ['disposition.abnormalListWorkingDays', '；须核对现行规定'],
];
const qualifications = [
  '资格名称字典；前五项见各地检查员名录，其余为一般知识，按本县证件核对',
  '县政策默认值：资格名称字典，前五项见各地检查员名录',
];

/** 依据 is the clause alone; that a value of the beginning has still to be compared is said beside it by the pages. */
export class SourcesWithoutCautions1796912000000 implements MigrationInterface {
  name = 'SourcesWithoutCautions1796912000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [key, caution] of cautions)
      await runner.query(
        `UPDATE "setting" SET source = left(source, -length($2)) WHERE key = $1 AND NOT isfinite(holds_from) AND right(source, length($2)) = $2`,
        [key, caution],
      );
    await runner.query(
      `UPDATE "setting" SET source = $2 WHERE key = 'inspector.qualifications' AND source = $1`,
      qualifications,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [key, caution] of cautions)
      await runner.query(`UPDATE "setting" SET source = source || $2 WHERE key = $1 AND NOT isfinite(holds_from)`, [
        key,
        caution,
      ]);
    await runner.query(
      `UPDATE "setting" SET source = $2 WHERE key = 'inspector.qualifications' AND source = $1`,
      [...qualifications].reverse(),
    );
  }
}
