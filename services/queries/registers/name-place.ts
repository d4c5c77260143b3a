import { sql, type Sql } from '../../../db/sql';
import { uuidOrNull } from '../../../db/uuid-or-null';

const place = /^([0-9a-f-]{36})-([^]+)$/;

/** The place of a firm `o` in a list by name, as a column. */
export const namePlace = sql`o.id || '-' || o.name AS place`;

/**
 * Firms `o` by name. A place keeps the name of its day: a firm that is renamed while somebody reads on moves itself and no
 * other.
 */
export const byName = {
  order: ['o.name', 'o.id'],
  ascending: true,
  placeOf(text: string): Sql[] | undefined {
    const [, id, name] = place.exec(text) ?? [];
    const known = id && uuidOrNull(id);
    return known ? [sql`${name}::text`, sql`${known}::uuid`] : undefined;
  },
};
