import { every, sql, words, type Sql } from '../../../db/sql';
import type { Preparations } from '../../../domain/preparations';
import { searchWords } from '../../../domain/text/search-words';
import { objectsOfPool } from '../../draw/pool-rows';
import { firmReads, registerColumns } from '../name-search';
import type { OrderedList, Placed } from '../ordered-list';
import { byName, namePlace } from '../registers/name-place';
import { wholeObjectFor } from '../registers/object-visibility';
import type { Reader } from './may-read-case';

/** A firm that can be drawn. */
export interface PoolFirm {
  id: string;
  name: string;
  /** Credit code, or the registration number of who has none. */
  code: string | null;
  divisionName: string | null;
  /** The class of the day of the freeze; null where there is none, or where the reader may not see it. */
  riskClass: string | null;
}

export interface PoolFilter {
  /** Parts of the name, credit code or registration number. */
  text?: string;
  /** A class, or `none`; finds only firms whose class the reader may see. */
  riskClass?: string;
}

/** Firms in the pool of a frozen batch, by name. Who of them was drawn is not told here. */
export function firmsOfPool(reader: Reader, batch: string, filter: PoolFilter = {}): OrderedList<PoolFirm & Placed> {
  return inPool(
    reader,
    {
      from: sql`batch b JOIN batch_object m ON m.pool = b.pool AND m.exclusion IS NULL JOIN check_object o ON o.id = m.object_id`,
      where: sql`b.number = ${batch}`,
      // The stratum keeps the class of its day, but where all are drawn alike.
      riskClass: sql`CASE WHEN m.stratum = 'all' THEN o.risk_class ELSE NULLIF(split_part(m.stratum, ':', 2), 'none') END`,
      area: sql`m.area`,
    },
    filter,
  );
}

/** Firms that a freeze would take of the register as it stands now. */
export function wouldBeInPool(
  reader: Reader,
  { scheme, check }: Pick<Preparations['freezePool'], 'scheme' | 'check'>,
  filter: PoolFilter = {},
): OrderedList<PoolFirm & Placed> {
  return inPool(
    reader,
    {
      from: sql`(${objectsOfPool(scheme, check)}) m JOIN check_object o ON o.id = m.id`,
      where: sql`m.exclusion IS NULL`,
      riskClass: sql`o.risk_class`,
      area: sql`o.division`,
    },
    filter,
  );
}

function inPool(
  reader: Reader,
  { from, where, riskClass, area }: { from: Sql; where: Sql; riskClass: Sql; area: Sql },
  filter: PoolFilter,
): OrderedList<PoolFirm & Placed> {
  const whole = wholeObjectFor(reader);
  const text = filter.text ?? '';
  return {
    ...byName,
    columns: sql`${namePlace}, o.id, o.name, COALESCE(o.uscc, o.registration_no) AS code,
      (SELECT d.name FROM division d WHERE d.short_code = ${area}) AS "divisionName", CASE WHEN ${whole} THEN ${riskClass} END AS "riskClass"`,
    from,
    where: every([
      where,
      ...(searchWords(text).length > 0 ? [firmReads(registerColumns, text)] : []),
      ...(filter.riskClass ? [whole, sql`COALESCE(${riskClass}, ${words(`'none'`)}) = ${filter.riskClass}`] : []),
    ]),
  };
}
