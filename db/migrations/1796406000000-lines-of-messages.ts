import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages about one result stand in a line and bear one record id at the platform; what may have been taken is known, and
 * each platform's pace is held in a row.
 */
export class LinesOfMessages1796406000000 implements MigrationInterface {
  name = 'LinesOfMessages1796406000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "outbox_message" ADD "line" character varying(140), ADD "record_id" uuid, ADD "perhaps_taken" boolean NOT NULL DEFAULT false,
         ADD "own_failures" integer NOT NULL DEFAULT '0', ADD "tried_at" TIMESTAMP WITH TIME ZONE, ADD "corrections" jsonb`,
    );
    await runner.query(`UPDATE outbox_message SET line = subject_id || '/' || department`);
    // The platform knows a line's record by the id under which it first came.
    await runner.query(
      `UPDATE outbox_message m SET record_id = f.id
       FROM (SELECT DISTINCT ON (platform, line) platform, line, id FROM outbox_message ORDER BY platform, line, (state = 'sent') DESC, number) f
       WHERE f.platform = m.platform AND f.line = m.line`,
    );
    // What failed before was not asked about, so it is now.
    await runner.query(
      `UPDATE outbox_message m SET perhaps_taken = true WHERE m.state IN ('queued', 'sending', 'parked')
         AND EXISTS (SELECT 1 FROM outbox_attempt a WHERE a.message_id = m.id AND a.outcome = 'failed')`,
    );
    await runner.query(
      `UPDATE outbox_message m SET state = 'notNeeded', last_error_code = 'EXCHANGE_OVERTAKEN', last_error = l.number::text,
         next_attempt_at = NULL, claim = NULL, told_at = COALESCE(m.told_at, clock_timestamp()), version = m.version + 1
       FROM (SELECT DISTINCT ON (platform, line) platform, line, number FROM outbox_message ORDER BY platform, line, number DESC) l
       WHERE l.platform = m.platform AND l.line = m.line AND l.number > m.number AND m.state IN ('queued', 'parked')`,
    );
    await runner.query(
      `ALTER TABLE "outbox_message" ALTER COLUMN "line" SET NOT NULL, ALTER COLUMN "record_id" SET NOT NULL`,
    );
    await runner.query(`CREATE INDEX "outbox_message_line" ON "outbox_message" ("platform", "line", "number") `);
    await runner.query(`ALTER TABLE "outbox_attempt" ADD "answer" text`);
    await runner.query(
      `CREATE TABLE "platform_pace" ("platform" character varying(40) NOT NULL, "not_before" TIMESTAMP WITH TIME ZONE, "failures" integer NOT NULL DEFAULT '0', "failed_claim" character varying(100), "answered_claim" character varying(100), "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_platform_pace" PRIMARY KEY ("platform"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "platform_pace"`);
    await runner.query(`ALTER TABLE "outbox_attempt" DROP COLUMN "answer"`);
    await runner.query(`DROP INDEX "public"."outbox_message_line"`);
    await runner.query(`UPDATE outbox_message SET state = 'givenUp' WHERE state = 'notNeeded'`);
    await runner.query(
      `ALTER TABLE "outbox_message" DROP COLUMN "corrections", DROP COLUMN "tried_at", DROP COLUMN "own_failures", DROP COLUMN "perhaps_taken", DROP COLUMN "record_id", DROP COLUMN "line"`,
    );
  }
}
