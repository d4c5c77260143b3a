import type { MigrationInterface, QueryRunner } from 'typeorm';

const sentence = '名录导入';
const code = 'fromList';

/** A recusal that a loaded list named without a reason keeps a code, which each language words; not a sentence of one of them. */
export class CodesOfRecusals1796913100000 implements MigrationInterface {
  name = 'CodesOfRecusals1796913100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE "recusal" SET reason = $2 WHERE reason = $1', [sentence, code]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE "recusal" SET reason = $2 WHERE reason = $1', [code, sentence]);
  }
}
