import type { RegisterChangeLine } from '../../../services/queries/registers/register-history';
import type { AppWorld } from '../../app-world';
import { formatDate } from '../../views/format';

/**
 * The changes of a row as items of a timeline, in words: what was, what is.
 * @param names what ids and codes in the values are called, such as towns and firms
 */
export function historyItems(
  world: AppWorld,
  lines: readonly RegisterChangeLine[],
  units: Record<string, string>,
  names: Record<string, string> = {},
) {
  const { t, has } = world.views.texts;
  return lines.map((line) => ({
    title: `${word(`registers:causes.${line.cause}`, line.cause)}${t('registers:version', { version: line.version })}`,
    actor: line.actorName ?? (has(`cases:capacities.${line.actor}`) ? t(`cases:capacities.${line.actor}`) : undefined),
    at: line.at,
    reason: line.reason ?? undefined,
    details: columnsOf(line).map((column) => ({
      key: word(`registers:columns.${column}`, column),
      value: changeWords(line, column),
    })),
  }));

  function columnsOf({ before, after }: RegisterChangeLine): string[] {
    return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
      (column) => !['id', 'import_batch', 'updated_at', 'changed_at', 'changed_by', 'version'].includes(column),
    );
  }

  function changeWords({ before, after }: RegisterChangeLine, column: string): string {
    const now = valueWords(column, after?.[column]);
    return before && column in before
      ? t('registers:change', { before: valueWords(column, before[column]), after: now })
      : now;
  }

  function valueWords(column: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value))
      return value.length === 0 ? '—' : value.map((each) => valueWords(column, each)).join('、');
    if (typeof value === 'boolean') return t(value ? 'registers:yes' : 'registers:no');
    if (typeof value === 'object')
      return Object.values(value)
        .filter((each) => each !== null)
        .map((each) => valueWords(column, each))
        .join(' ');
    const text = String(value);
    if (column === 'responsible_departments' || column === 'department') return units[text] ?? text;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
    return names[text] ?? word(`registers:values.${column}.${text}`, text);
  }

  function word(key: string, otherwise: string): string {
    return has(key) ? t(key) : otherwise;
  }
}
