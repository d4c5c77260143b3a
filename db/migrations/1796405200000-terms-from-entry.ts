import type { MigrationInterface, QueryRunner } from 'typeorm';

const running = `EXISTS (SELECT 1 FROM jsonb_each(c.state->'results') result WHERE result.value ? 'completedOn'
  AND NOT result.value ? 'publishDue' AND result.value->>'stage' <> 'reviewed')`;

/**
 * The term of publication runs from the entry of a result on. What was entered and not reviewed has no day yet: it is
 * counted as after a change of the newest calendar, by the workers that start on the new version.
 */
export class TermsFromEntry1796405200000 implements MigrationInterface {
  name = 'TermsFromEntry1796405200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "official_case" c SET "recounted_by" = 'visit.recountTerms' WHERE c.kind = 'visit' AND NOT c.closed AND ${running}`,
    );
    await runner.query(
      `UPDATE "calendar_year" SET "version" = "version" + 1 WHERE "year" = (SELECT max("year") FROM "calendar_year")
         AND EXISTS (SELECT 1 FROM "official_case" c WHERE c.kind = 'visit' AND NOT c.closed AND ${running})`,
    );
  }

  async down(): Promise<void> {
    // Days that were counted stand in the states of the cases and stay true.
  }
}
