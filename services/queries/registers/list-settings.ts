import type { DataSource } from 'typeorm';

export interface SettingLine {
  key: string;
  value: unknown;
  source: string;
  /** Day from which the value holds; null for what the system began with. */
  holdsFrom: string | null;
  /** Of the key: counts every change, whichever day it is for. */
  version: number;
  /** What was decided last, for whichever day. */
  latest: { value: unknown; source: string; holdsFrom: string | null };
  /** Values that hold from a later day on, the next one first. */
  ahead: { value: unknown; source: string; holdsFrom: string }[];
}

/** All settings with the value that holds on a day, its source, and what is decided for later days. */
export async function listSettings(dataSource: DataSource, on: string): Promise<SettingLine[]> {
  return dataSource.query(
    `SELECT key, now.value, now.source, now."holdsFrom", version, ahead, latest
     FROM (SELECT key, max(version) AS version,
         COALESCE(jsonb_agg(jsonb_build_object('value', value, 'source', source, 'holdsFrom', to_char(holds_from, 'YYYY-MM-DD')) ORDER BY holds_from)
           FILTER (WHERE holds_from > $1::date), '[]') AS ahead,
         (jsonb_agg(jsonb_build_object('value', value, 'source', source,
            'holdsFrom', CASE WHEN isfinite(holds_from) THEN to_char(holds_from, 'YYYY-MM-DD') END) ORDER BY version DESC)) -> 0 AS latest
       FROM setting GROUP BY key) each
     JOIN LATERAL (SELECT value, source, CASE WHEN isfinite(holds_from) THEN to_char(holds_from, 'YYYY-MM-DD') END AS "holdsFrom"
       FROM setting s WHERE s.key = each.key AND s.holds_from <= $1::date ORDER BY s.holds_from DESC LIMIT 1) now ON true
     ORDER BY key`,
    [on],
  );
}
