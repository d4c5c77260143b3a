import type { DataSource } from 'typeorm';

/** The database as it was, to be put back over what came later: a backup of yesterday. */
export class OlderDatabase {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly tables: string[],
  ) {}

  static async keep(dataSource: DataSource): Promise<OlderDatabase> {
    const rows: { name: string }[] = await dataSource.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const tables = rows.map(({ name }) => name);
    await dataSource.query('CREATE SCHEMA yesterday');
    for (const table of tables) await dataSource.query(`CREATE TABLE yesterday."${table}" AS TABLE public."${table}"`);
    return new OlderDatabase(dataSource, tables);
  }

  async putBack(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const names = this.tables.map((table) => `public."${table}"`).join(', ');
      await manager.query(`TRUNCATE ${names} CASCADE`);
      await manager.query('SET LOCAL session_replication_role = replica');
      for (const table of this.tables)
        await manager.query(`INSERT INTO public."${table}" SELECT * FROM yesterday."${table}"`);
    });
    await this.dataSource.query('DROP SCHEMA yesterday CASCADE');
  }
}
