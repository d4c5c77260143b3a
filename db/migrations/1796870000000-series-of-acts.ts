import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts on many cases that are sent together are known as a series until each is done, however the sending ended. */
export class SeriesOfActs1796870000000 implements MigrationInterface {
  name = 'SeriesOfActs1796870000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "act_series" ("id" uuid NOT NULL, "account" uuid NOT NULL, "act" text NOT NULL, "begun_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_act_series" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "act_series_open" ON "act_series" ("account") WHERE "ended_at" IS NULL`);
    await runner.query(
      `CREATE TABLE "act_series_piece" ("series" uuid NOT NULL, "case_id" text NOT NULL, "submission" text NOT NULL, "said" jsonb, "settled_at" TIMESTAMP WITH TIME ZONE, "code" text, "details" jsonb, "moved_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_act_series_piece" PRIMARY KEY ("series", "case_id"))`,
    );
    await runner.query(`CREATE INDEX "act_series_piece_case" ON "act_series_piece" ("case_id")`);
    // An empty county gets it with its other settings.
    await runner.query(
      `INSERT INTO "setting" (key, value, source) SELECT 'series.unfinishedMinutes', '10'::jsonb, '县政策默认值：批量办理10分钟仍未办完的，列为本人待办'
       WHERE EXISTS (SELECT 1 FROM "setting")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "setting" WHERE key = 'series.unfinishedMinutes'`);
    await runner.query(`DROP TABLE "act_series_piece"`);
    await runner.query(`DROP TABLE "act_series"`);
  }
}
