import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and readers ask of every kind of case stands in columns, not in paths that each kind's state has of its own. */
export class CaseColumns1796200000000 implements MigrationInterface {
  name = 'CaseColumns1796200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "official_case" ADD "subject_id" uuid, ADD "sort" text, ADD "addressee" text, ADD "readers" text array NOT NULL DEFAULT '{}', ADD "recounted_by" text`,
    );
    // The same as the processes say of these kinds; from here on they say it themselves.
    await runner.query(
      `UPDATE "official_case" SET "readers" = "departments", "subject_id" = (state->>'object')::uuid, "sort" = state->>'referralKind', "addressee" = state->>'addressee',
         "recounted_by" = CASE
           WHEN kind = 'consultation' AND stage = 'open' AND state ? 'term' AND NOT state ? 'lapsed' THEN 'consultation.recountTerm'
           WHEN kind = 'visit' AND EXISTS (SELECT 1 FROM jsonb_each(state->'results') result WHERE result.value->>'stage' = 'reviewed'
             AND result.value->>'publication' IN ('awaiting', 'withholdingProposed') AND result.value ? 'completedOn') THEN 'visit.recountTerms'
         END`,
    );
    await runner.query(
      `CREATE INDEX "official_case_subject" ON "official_case" ("subject_id") WHERE subject_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "official_case_terms" ON "official_case" ("recounted_by") WHERE recounted_by IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "official_case_terms"`);
    await runner.query(`DROP INDEX "official_case_subject"`);
    await runner.query(
      `ALTER TABLE "official_case" DROP COLUMN "recounted_by", DROP COLUMN "readers", DROP COLUMN "addressee", DROP COLUMN "sort", DROP COLUMN "subject_id"`,
    );
  }
}
