import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a file opens only with a password: whoever is to read it hears so before. Of files of before it is not known. */
export class LockedFiles1796914300000 implements MigrationInterface {
  name = 'LockedFiles1796914300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "stored_file" ADD COLUMN "locked" boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "stored_file" DROP COLUMN "locked"`);
  }
}
