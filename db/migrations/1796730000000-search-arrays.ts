import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = '"case_id", "kind", "opened_at", "key", "number", "marks"';
/** What a case is found by: its title and its firm's name, and its number in groups without dashes and leading zeros. */
const found = (official: string) =>
  `SELECT k.*, search_grams(k.key || ' ' || k.number) || k.kind || ARRAY(SELECT '@' || r FROM unnest(k.readers) AS r) AS marks FROM (
     SELECT c.id AS case_id, c.kind, c.opened_at, c.readers,
       CASE WHEN c.title = c.number THEN '' ELSE c.title_key END || ' ' || COALESCE((SELECT o.name_key FROM check_object o WHERE o.id = c.subject_id), '') AS key,
       '.' || lower(replace(regexp_replace(regexp_replace(c.number, '([A-Za-z])0+(?=[0-9])', '\\1', 'g'), '([A-Za-z])-(?=[A-Za-z])', '\\1', 'g'), '-', '.')) || '.' AS number
     FROM official_case c WHERE ${official}) k`;
const written = (official: string) =>
  `INSERT INTO case_search AS s (${columns}) SELECT ${columns} FROM (${found(official)}) f
   ON CONFLICT (case_id) DO UPDATE SET key = EXCLUDED.key, number = EXCLUDED.number, marks = EXCLUDED.marks
   WHERE (s.key, s.number, s.marks) IS DISTINCT FROM (EXCLUDED.key, EXCLUDED.number, EXCLUDED.marks)`;
const trigger = (name: string, official: string) =>
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${written(official)}; RETURN NULL; END $$`;

/**
 * Names are searched by arrays of the pairs of signs that stand in them: trigrams hold no Chinese in a cluster of locale C.
 * Firms and results carry theirs in the index alone. What cases are found by stands in a table of its own, which acts leave
 * alone: their row changes with each act and would bring its pairs into the index anew every time.
 */
export class SearchArrays1796730000000 implements MigrationInterface {
  name = 'SearchArrays1796730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION search_text(name text, code text, number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
       AS $$ SELECT name || ' ' || lower(COALESCE(code, '')) || ' ' || lower(COALESCE(number, '')) $$`,
    );
    await runner.query(
      `CREATE FUNCTION search_grams(searched text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
       AS $$ SELECT COALESCE(array_agg(DISTINCT substr(searched, n, 2)), '{}') FROM generate_series(1, char_length(searched) - 1) AS n $$`,
    );
    for (const index of ['check_object_name', 'check_object_name_key', 'publication_name', 'publication_name_key'])
      await runner.query(`DROP INDEX "${index}_trgm"`);
    await runner.query(
      `CREATE INDEX check_object_search ON check_object USING gin (search_grams(search_text(name_key, uscc, registration_no)))`,
    );
    await runner.query(
      `CREATE INDEX publication_search ON publication USING gin (search_grams(search_text(object_name_key, uscc, registration_no)))`,
    );
    await runner.query(
      `CREATE TABLE "case_search" ("case_id" text NOT NULL, "kind" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "key" text NOT NULL, "number" text NOT NULL, "marks" text array NOT NULL, CONSTRAINT "PK_e2f6c33a2c6f1f4d2d1a3a8ce3b" PRIMARY KEY ("case_id"))`,
    );
    await runner.query(written('TRUE'));
    await runner.query(`CREATE INDEX "case_search_order" ON "case_search" ("kind", "opened_at", "case_id")`);
    await runner.query(`CREATE INDEX case_search_marks ON case_search USING gin (marks)`);
    await runner.query(trigger('keep_case_search', 'c.id = NEW.id'));
    await runner.query(
      `CREATE TRIGGER official_case_begun AFTER INSERT ON official_case FOR EACH ROW EXECUTE FUNCTION keep_case_search()`,
    );
    await runner.query(
      `CREATE TRIGGER official_case_renamed AFTER UPDATE ON official_case FOR EACH ROW
       WHEN ((OLD.title, OLD.number, OLD.subject_id, OLD.readers) IS DISTINCT FROM (NEW.title, NEW.number, NEW.subject_id, NEW.readers))
       EXECUTE FUNCTION keep_case_search()`,
    );
    // A firm's cases are found by the name that it bears now.
    await runner.query(trigger('rename_case_search', 'c.subject_id = NEW.id'));
    await runner.query(
      `CREATE TRIGGER check_object_renamed AFTER UPDATE ON check_object FOR EACH ROW
       WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key) EXECUTE FUNCTION rename_case_search()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER check_object_renamed ON check_object`);
    await runner.query(`DROP FUNCTION rename_case_search`);
    await runner.query(`DROP TRIGGER official_case_renamed ON official_case`);
    await runner.query(`DROP TRIGGER official_case_begun ON official_case`);
    await runner.query(`DROP FUNCTION keep_case_search`);
    await runner.query(`DROP TABLE "case_search"`);
    await runner.query(`DROP INDEX publication_search`);
    await runner.query(`DROP INDEX check_object_search`);
    await runner.query(
      `CREATE INDEX publication_name_key_trgm ON publication USING gin (object_name_key gin_trgm_ops)`,
    );
    await runner.query(`CREATE INDEX publication_name_trgm ON publication USING gin (object_name gin_trgm_ops)`);
    await runner.query(`CREATE INDEX check_object_name_key_trgm ON check_object USING gin (name_key gin_trgm_ops)`);
    await runner.query(`CREATE INDEX check_object_name_trgm ON check_object USING gin (name gin_trgm_ops)`);
    await runner.query(`DROP FUNCTION search_grams`);
    await runner.query(`DROP FUNCTION search_text`);
  }
}
