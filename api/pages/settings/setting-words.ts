import type { AppWorld } from '../../app-world';

/** A setting's value as people read it, in lines. */
export function settingWords(world: AppWorld, key: string, value: unknown): string[] {
  const { t, has } = world.views.texts;
  if (typeof value === 'boolean') return [t(value ? 'registers:yes' : 'registers:no')];
  if (Array.isArray(value)) {
    if (value.length === 0) return [t('settings:none')];
    if (value.every((each) => typeof each === 'string')) return [value.join('、')];
    return value.map((each) => (isObject(each) ? pairs(each).join('；') : String(each)));
  }
  if (isObject(value)) return pairs(value);
  return [word(`fields:value.options.${String(value)}`, has(`settings:units.${key}`) ? t(`settings:units.${key}`, { value: String(value) }) : String(value))];

  function pairs(named: Record<string, unknown>): string[] {
    return Object.entries(named).map(([name, each]) => t('settings:pair', { name: word(`fields:${name}.label`, name), value: String(each) }));
  }

  function word(text: string, otherwise: string): string {
    return has(text) ? t(text) : otherwise;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
