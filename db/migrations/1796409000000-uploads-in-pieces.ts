import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files may come in pieces, so that a photo over a weak network goes on where it broke off. */
export class UploadsInPieces1796409000000 implements MigrationInterface {
  name = 'UploadsInPieces1796409000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "partial_upload" ("id" uuid NOT NULL, "account" uuid NOT NULL, "name" text NOT NULL, "size" integer NOT NULL,
         "received" integer NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "partial_upload_account" ON "partial_upload" ("account")`);
    await runner.query(`CREATE INDEX "partial_upload_changed" ON "partial_upload" ("changed_at")`);
    await runner.query(
      `CREATE TABLE "upload_piece" ("upload_id" uuid NOT NULL, "place" integer NOT NULL, "content" bytea NOT NULL, PRIMARY KEY ("upload_id", "place"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "upload_piece"`);
    await runner.query(`DROP TABLE "partial_upload"`);
  }
}
