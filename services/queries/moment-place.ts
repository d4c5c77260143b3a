import { sql, words, type Sql } from '../../db/sql';

const place = /^(\d{1,16})-(.{1,120})$/;
const idOf = {
  bigint: (id: string) => (/^\d{1,18}$/.test(id) ? sql`${id}::bigint` : undefined),
  text: (id: string) => sql`${id}::text`,
};

/** The place of a row by a moment and its id, as a column: microseconds since 1970 and the id, so that no digit is lost. */
export const momentPlace = (moment: string, id: string): Sql =>
  words(`((extract(epoch FROM ${moment}) * 1000000)::bigint || '-' || ${id})`);

/** Moment and id of such a place, by the type of the id; nothing for other words. */
export const readMomentPlace =
  (type: keyof typeof idOf) =>
  (text: string): Sql[] | undefined => {
    const [, microseconds, id] = place.exec(text) ?? [];
    const value = id === undefined ? undefined : idOf[type](id);
    return value && [sql`('epoch'::timestamptz + ${microseconds}::bigint * interval '1 microsecond')`, value];
  };
