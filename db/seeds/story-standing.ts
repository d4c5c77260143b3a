import type { DataSource } from 'typeorm';

/** Beginning of the submissions of the demonstration's cases. */
const storyPrefix = 'story.';

/** Where the demonstration's cases stand in a database; `notOurs` says why they have no place there. */
export type StoryStanding =
  | { notOurs: string }
  | {
      /** Submissions of steps that were played. */
      played: Set<string>;
      /** Numbers of checks on which people have acted of their own since. */
      taken: Set<string>;
      /** User name by register id of the officer. */
      officers: Map<string, string>;
    };

/**
 * Whether the demonstration's cases may be played in this database, and how far they are. They begin only where nobody
 * has worked yet, and go on only where every account is a demonstration account.
 */
export async function storyStanding(dataSource: DataSource): Promise<StoryStanding> {
  const [counts]: [{ own: number; cases: number; imports: number }] = await dataSource.query(
    `SELECT (SELECT count(*) FROM account WHERE NOT demonstration)::int AS own, (SELECT count(*) FROM official_case)::int AS cases,
       (SELECT count(*) FROM import_batch)::int AS imports`,
  );
  const played: { submission: string }[] = await dataSource.query(
    `SELECT submission FROM acts WHERE starts_with(submission, $1)`,
    [storyPrefix],
  );
  if (counts.own > 0) return { notOurs: 'it has accounts of its own' };
  if (played.length === 0 && counts.cases > 0) return { notOurs: 'it has cases of its own' };
  if (played.length === 0 && counts.imports > 0) return { notOurs: 'its registers were loaded from files' };

  const taken: { number: string }[] = await dataSource.query(
    `SELECT DISTINCT substring(subject_id FROM '/(\\d{6}-\\d{4}-[A-Z]\\d{4,9})') AS number FROM acts
     WHERE capacity <> 'system' AND NOT starts_with(submission, $1) AND subject_id ~ '/\\d{6}-\\d{4}-[A-Z]\\d{4}'`,
    [storyPrefix],
  );
  const officers: { id: string; username: string }[] = await dataSource.query(
    `SELECT inspector_id AS id, username FROM account WHERE demonstration AND inspector_id IS NOT NULL`,
  );
  return {
    played: new Set(played.map(({ submission }) => submission)),
    taken: new Set(taken.map(({ number }) => number)),
    officers: new Map(officers.map(({ id, username }) => [id, username])),
  };
}
