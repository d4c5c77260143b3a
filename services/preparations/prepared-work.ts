import type { EntityManager } from 'typeorm';
import type { Queryable } from '../../db/queryable';

/** Work that was done before an act is judged. Nothing reads what it wrote before `keep` names it in the act's transaction. */
export interface PreparedWork<A> {
  /** What the rule finds among its facts. */
  answer: A;
  /** Whether what it was built on is still so. Where not, it is made anew. */
  stands(manager: Queryable): Promise<boolean>;
  keep(manager: EntityManager): Promise<void>;
}
