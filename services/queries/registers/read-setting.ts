import type { Queryable } from '../../../db/queryable';
import { settingValues, type SettingKey, type SettingValue } from '../../../domain/registers/setting-values';

/**
 * The value of a setting that holds on a day, of its kind: the one way to read a setting.
 * @param on legal day YYYY-MM-DD in Asia/Shanghai; what was promised on it keeps its value
 * @throws RangeError naming the key where nothing holds on the day, or what is stored is no value of its kind
 */
export async function readSetting<K extends SettingKey>(
  manager: Queryable,
  key: K,
  on: string,
): Promise<SettingValue<K>> {
  const rows: { value: unknown }[] = await manager.query(
    'SELECT value FROM setting WHERE key = $1 AND holds_from <= $2::date ORDER BY holds_from DESC LIMIT 1',
    [key, on],
  );
  const parsed = settingValues[key].safeParse(rows[0]?.value);
  if (!parsed.success) throw new RangeError(`The setting ${key} has no value of its kind for ${on}.`);
  return parsed.data as SettingValue<K>;
}
