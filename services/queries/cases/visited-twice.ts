import type { DataSource } from 'typeorm';
import { recordsOf } from '../registers/twins';
import { toBeMade } from './visit-to-be-made';

export interface VisitedTwice {
  /** Name of the firm. */
  object: string;
  visit: string;
  /** Numbers of the other visits, in the order of their checks. */
  others: string[];
}

/** Drawn firms of a batch that another check is still to visit, too, under whatever record: the lead may put both on one day. */
export async function visitedTwice(dataSource: DataSource, batch: string): Promise<VisitedTwice[]> {
  return dataSource.query(
    `SELECT o.name AS object, r.visit_id AS visit, array_agg(DISTINCT x.visit_id ORDER BY x.visit_id) AS others
     FROM visit_result r JOIN check_object o ON o.id = r.object_id CROSS JOIN LATERAL ${recordsOf('o')} record
       JOIN visit_result x ON x.object_id = record.id AND x.check_id <> r.check_id AND ${toBeMade('x')}
     WHERE r.batch = $1 AND ${toBeMade('r')} GROUP BY o.name, r.visit_id ORDER BY r.visit_id`,
    [batch],
  );
}
