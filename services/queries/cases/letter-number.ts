import type { DataSource } from 'typeorm';

/** 发文字号 of the letter of a consultation's round, as the lead's register gave it. */
export async function letterNumber(dataSource: DataSource, round: string): Promise<string | undefined> {
  const rows: { number: string }[] = await dataSource.query('SELECT number FROM document_number WHERE subject = $1', [
    `${round}/letter`,
  ]);
  return rows[0]?.number;
}
