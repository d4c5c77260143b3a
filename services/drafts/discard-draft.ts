import type { DataSource } from 'typeorm';

/** Drops what a person had typed into a form: the act is done, or they want to begin anew. */
export async function discardDraft(dataSource: DataSource, account: string, form: string): Promise<void> {
  await dataSource.query('DELETE FROM draft WHERE account = $1 AND form = $2', [account, form]);
}
