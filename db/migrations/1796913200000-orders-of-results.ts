import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = { object: 'object_name', department: 'department', completed: 'completed_on' };

/** The public sorts the published results by these columns: a page is read off an index, however many there are. */
export class OrdersOfResults1796913200000 implements MigrationInterface {
  name = 'OrdersOfResults1796913200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, column] of Object.entries(columns))
      await queryRunner.query(`CREATE INDEX "publication_${name}" ON "publication" ("${column}", "id")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(columns)) await queryRunner.query(`DROP INDEX "publication_${name}"`);
  }
}
