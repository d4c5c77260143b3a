import type { EntityManager } from 'typeorm';

/** Whatever answers a query: the database, or the connection of an open transaction. */
export type Queryable = Pick<EntityManager, 'query'>;
