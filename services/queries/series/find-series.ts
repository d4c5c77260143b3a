import type { DataSource } from 'typeorm';
import { every, rowsOf, sql, words, type Sql } from '../../../db/sql';
import type { ToDoReader } from '../cases/to-do';
import { waitsFor } from '../cases/work-list';
import { isDonePiece } from './piece-done';

/** How far a person's acts on many cases have come. */
export interface Series {
  id: string;
  act: string;
  begunAt: Date;
  /** When it, or what was left of it, was last sent. */
  sentAt: Date;
  endedAt: Date | null;
  chosen: number;
  done: number;
  /** Neither done nor waiting for this person any more, or sent in another series. */
  gone: number;
  /** What still waits, and of it what was answered with a refusal or a fault. */
  left: number;
  refused: number;
  /** When the last answer came. */
  heardAt: Date | null;
}

type SeriesReader = ToDoReader & { account: string };

/** A person's own series of this id. */
export async function findSeries(
  dataSource: DataSource,
  reader: SeriesReader,
  id: string,
): Promise<Series | undefined> {
  const [found] = await seriesWhere(dataSource, reader, [sql`s.id = ${id}`]);
  return found;
}

/**
 * What a person has begun on many cases and what is not done of it, the oldest first.
 * @param since only what was sent at this moment or before
 */
export async function unfinishedSeries(
  dataSource: DataSource,
  reader: SeriesReader,
  { act, sentBy }: { act?: string; sentBy: Date },
): Promise<Series[]> {
  const found = await seriesWhere(dataSource, reader, [
    sql`s.ended_at IS NULL AND s.sent_at <= ${sentBy}`,
    ...(act ? [sql`s.act = ${act}`] : []),
  ]);
  return found.filter(({ left }) => left > 0);
}

async function seriesWhere(dataSource: DataSource, reader: SeriesReader, conditions: Sql[]): Promise<Series[]> {
  return rowsOf<Series>(
    dataSource,
    sql`SELECT s.id, s.act, s.begun_at AS "begunAt", s.sent_at AS "sentAt", s.ended_at AS "endedAt", count(*)::int AS chosen, count(*) FILTER (WHERE d.done)::int AS done,
       count(*) FILTER (WHERE NOT d.done AND NOT w.waits)::int AS gone, count(*) FILTER (WHERE NOT d.done AND w.waits)::int AS left,
       count(*) FILTER (WHERE NOT d.done AND w.waits AND p.code IS NOT NULL)::int AS refused, max(p.settled_at) AS "heardAt"
     FROM act_series s JOIN act_series_piece p ON p.series = s.id ${standing(reader)}
     WHERE s.account = ${reader.account}::uuid AND ${every(conditions)} GROUP BY s.id ORDER BY s.begun_at, s.id`,
  );
}

/** Joins to a piece `p` of a series `s` whether it is done, and whether it still waits for its person. */
const standing = (reader: ToDoReader) => sql`
  CROSS JOIN LATERAL (SELECT ${words(isDonePiece)} AS done) d
  CROSS JOIN LATERAL (SELECT p.moved_at IS NULL AND EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = p.case_id AND w.act = s.act AND ${waitsFor(reader)}) AS waits) w`;

/** A case of a series with what was said of it, and why it is not done. */
export interface SeriesPiece {
  number: string;
  submission: string;
  said: unknown;
  done: boolean;
  waits: boolean;
  code: string | null;
  details: Record<string, unknown> | null;
}

/** The cases of a person's own series. */
export async function seriesPieces(dataSource: DataSource, reader: SeriesReader, id: string): Promise<SeriesPiece[]> {
  return rowsOf<SeriesPiece>(
    dataSource,
    sql`SELECT split_part(p.case_id, '/', 2) AS number, p.submission, p.said, d.done, w.waits, p.code, p.details
     FROM act_series s JOIN act_series_piece p ON p.series = s.id ${standing(reader)}
     WHERE s.id = ${id}::uuid AND s.account = ${reader.account}::uuid ORDER BY p.case_id`,
  );
}
