import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { isSettingKey, settingValues } from '../../domain/registers/setting-values';
import { requireAccount } from '../people/require-account';
import { refuseStale } from './refuse-stale';
import { findEarlierChange, recordChange } from './record-change';
import type { RowCommand, RowOutcome } from './register-command';

interface StoredValue {
  value: unknown;
  source: string;
  holdsFrom: string | null;
  version: number;
}

/**
 * Gives a setting a value from a day on, with the source of it; the system administrator's part. Days past keep the value
 * they had, so that what was promised on them stands.
 * @param command `id` = the key, `holdsFrom` = a legal day from today on
 * @throws Refusal SETTING_UNKNOWN, INVALID_INPUT (with zod's issues), DATE_PAST, NOT_ENTITLED, STALE_VERSION, NOTHING_CHANGED
 */
export async function changeSetting(
  dataSource: DataSource,
  command: RowCommand & { value: unknown; source: string; holdsFrom: string },
): Promise<RowOutcome> {
  const { id: key, source, holdsFrom, version, actor, at } = command;
  if (!isSettingKey(key)) throw new Refusal('SETTING_UNKNOWN', { key });
  const parsed = settingValues[key].safeParse(command.value);
  if (!parsed.success) throw new Refusal('INVALID_INPUT', { issues: parsed.error.issues });
  requireRegisterAct('setting.change', actor);
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const stored: StoredValue[] = await manager.query(
      `SELECT value, source, version, CASE WHEN isfinite(holds_from) THEN to_char(holds_from, 'YYYY-MM-DD') END AS "holdsFrom"
       FROM setting WHERE key = $1 ORDER BY holds_from FOR UPDATE`,
      [key],
    );
    const earlier = await findEarlierChange(manager, 'setting', key, command.submission);
    if (earlier !== undefined) return { version: earlier, duplicate: true };
    if (holdsFrom < shanghaiDay(at)) throw new Refusal('DATE_PAST', { field: 'holdsFrom' });
    const last = Math.max(0, ...stored.map((row) => row.version));
    if (last !== version) await refuseStale(manager, { register: 'setting', id: key, version });
    const before = stored.findLast((row) => row.holdsFrom === null || row.holdsFrom <= holdsFrom);

    const changed: unknown[] = await manager.query(
      `INSERT INTO setting AS s (key, holds_from, value, source, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (key, holds_from) DO UPDATE SET value = EXCLUDED.value, source = EXCLUDED.source, version = EXCLUDED.version
         WHERE s.value <> EXCLUDED.value OR s.source <> EXCLUDED.source RETURNING 1`,
      [key, holdsFrom, JSON.stringify(parsed.data), source, version + 1],
    );
    if (changed.length === 0) throw new Refusal('NOTHING_CHANGED', { register: 'setting', id: key });
    await recordChange(manager, command, {
      register: 'setting',
      id: key,
      version: version + 1,
      act: 'setting.change',
      cause: 'amended',
      before: before && { value: before.value, source: before.source, holds_from: before.holdsFrom },
      after: { value: parsed.data, source, holds_from: holdsFrom },
    });
    return { version: version + 1, duplicate: false };
  });
}
