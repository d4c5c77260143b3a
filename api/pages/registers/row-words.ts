import type { AppWorld } from '../../app-world';

const writtenDay = /^\d{4}-\d{2}-\d{2}$/;

/** Columns and values of registers, in words. */
export interface RowWords {
  /** A column, or a field within it by its path with dots. */
  column(path: string): string;
  value(column: string, value: unknown): string;
}

/**
 * @param units names of units by code
 * @param names what ids and codes in the values are called, such as towns and firms
 */
export function rowWords(world: AppWorld, units: Record<string, string>, names: Record<string, string> = {}): RowWords {
  const { t, has, marks, formatDate } = world.views.texts;
  const word = (key: string, otherwise: string) => (has(key) ? t(key) : otherwise);
  return { column, value };

  function column(path: string): string {
    return path
      .split('.')
      .map((part) => (writtenDay.test(part) ? formatDate(part) : word(`registers:columns.${part}`, part)))
      .join('\u3000');
  }

  function value(path: string, said: unknown): string {
    const last = path.split('.').at(-1) ?? path;
    if (said === null || said === undefined || said === '') return '—';
    if (Array.isArray(said)) return said.length === 0 ? '—' : said.map((each) => value(path, each)).join(marks.list);
    if (typeof said === 'boolean') return t(said ? 'registers:yes' : 'registers:no');
    if (typeof said === 'object')
      return Object.entries(said)
        .filter(([, each]) => each !== null)
        .map(([name, each]) => value(`${path}.${name}`, each))
        .join(' ');
    const text = String(said);
    if (last === 'responsible_departments' || last === 'department') return units[text] ?? text;
    if (writtenDay.test(text)) return formatDate(text);
    const known = path.split('.').find((part) => has(`registers:values.${part}.${text}`));
    return names[text] ?? (known ? t(`registers:values.${known}.${text}`) : text);
  }
}
