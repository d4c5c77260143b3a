import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 发文字号 come from the register of the organ that issues: its mark, the year, and a serial number of its own. Items say what a firm is to have ready. */
export class DocumentNumbers1796403100000 implements MigrationInterface {
  name = 'DocumentNumbers1796403100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "department" ADD "document_mark" text`);
    await runner.query(`ALTER TABLE "check_item_version" ADD "materials" text`);
    await runner.query(
      `CREATE TABLE "document_number" ("unit" text NOT NULL, "series" text NOT NULL, "year" integer NOT NULL, "serial" integer NOT NULL, "number" text NOT NULL,
         "subject" text NOT NULL, "given_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_document_number" PRIMARY KEY ("unit", "series", "year", "serial"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "document_number_subject" ON "document_number" ("subject")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "document_number"`);
    await runner.query(`ALTER TABLE "check_item_version" DROP COLUMN "materials"`);
    await runner.query(`ALTER TABLE "department" DROP COLUMN "document_mark"`);
  }
}
