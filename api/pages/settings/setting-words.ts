import { isSettingKey, settingValues } from '../../../domain/registers/setting-values';
import type { SettingLine } from '../../../services/queries/registers/list-settings';
import type { AppWorld } from '../../app-world';

/** The value in force and those decided for later days, as people read them. */
export function settingLines(world: AppWorld, { key, value, ahead }: SettingLine): string[] {
  const { t, marks, formatDate } = world.views.texts;
  return [
    ...settingWords(world, key, value),
    ...ahead.map((next) =>
      t('settings:ahead', {
        day: formatDate(next.holdsFrom),
        value: settingWords(world, key, next.value).join(marks.semicolon),
      }),
    ),
  ];
}

/** Since when a value holds, in words. */
export const holdsSince = ({ views: { texts } }: AppWorld, day: string | null): string =>
  day === null ? texts.t('settings:sinceStart') : texts.formatDate(day);

/** A setting's value as people read it, in lines; its parts in the order of the form, which the database does not keep. */
export function settingWords(world: AppWorld, key: string, stored: unknown): string[] {
  const { t, has, formatDate, marks } = world.views.texts;
  const value: unknown = isSettingKey(key) ? (settingValues[key].safeParse(stored).data ?? stored) : stored;
  if (typeof value === 'boolean') return [t(value ? 'registers:yes' : 'registers:no')];
  if (Array.isArray(value)) {
    if (value.length === 0) return [t('settings:none')];
    if (value.every((each) => typeof each === 'string')) return [value.join(marks.list)];
    if (value.every((each) => typeof each === 'number')) return [value.map(partWords).join(marks.list)];
    return value.map((each) => (isObject(each) ? pairs(each).join(marks.semicolon) : String(each)));
  }
  if (isObject(value)) return pairs(value);
  return [
    word(
      `fields:value.options.${String(value)}`,
      has(`settings:units.${key}`) ? t(`settings:units.${key}`, { value: String(value) }) : String(value),
    ),
  ];

  function pairs(named: Record<string, unknown>): string[] {
    return Object.entries(named).map(([name, each]) =>
      t('settings:pair', {
        name: word(`settings:parts.${name}`, word(`fields:${name}.label`, name)),
        value: Array.isArray(each)
          ? each.map((one) => word(`fields:${name}.options.${String(one)}`, partWords(one))).join(marks.list)
          : partWords(each),
      }),
    );
  }

  function partWords(part: unknown): string {
    if (typeof part === 'number' && has(`settings:units.${key}`))
      return t(`settings:units.${key}`, { value: String(part), percent: String(part / 100) });
    return typeof part === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(part) ? formatDate(part) : String(part);
  }

  function word(text: string, otherwise: string): string {
    return has(text) ? t(text) : otherwise;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
