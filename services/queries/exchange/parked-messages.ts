import type { DataSource } from 'typeorm';

export interface ParkedMessage {
  id: string;
  number: number;
  platform: string;
  code: string | null;
  error: string | null;
  /** Name of the firm that the record is about; nothing where it names none. */
  object: string | null;
  createdAt: Date;
}

/** Parked messages of a department, oldest first, at most so many, with their number in all. */
export async function parkedMessages(
  dataSource: DataSource,
  department: string,
  atMost: number,
): Promise<{ messages: ParkedMessage[]; total: number }> {
  const rows: (ParkedMessage & { total: number })[] = await dataSource.query(
    `SELECT id, number::int AS number, platform, last_error_code AS code, last_error AS error, payload->'record'->>'object' AS object,
       created_at AS "createdAt", count(*) OVER ()::int AS total
     FROM outbox_message WHERE department = $1 AND state = 'parked' ORDER BY outbox_message.number LIMIT $2`,
    [department, atMost],
  );
  return { messages: rows, total: rows[0]?.total ?? 0 };
}
