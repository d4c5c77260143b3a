import { keptColumns } from '../../../domain/registers/kept-columns';
import type { RegisterChangeLine } from '../../../services/queries/registers/register-history';
import type { AppWorld } from '../../app-world';
import { rowWords } from './row-words';

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
  const words = rowWords(world, units, names);
  return lines.map((line) => ({
    title: `${word(`registers:causes.${line.cause}`, line.cause)}${t('registers:version', { version: line.version })}`,
    actor: line.actorName ?? (has(`cases:capacities.${line.actor}`) ? t(`cases:capacities.${line.actor}`) : undefined),
    at: line.at,
    reason: line.reason ?? undefined,
    details: columnsOf(line).map((column) => ({
      key: words.column(column),
      value: changeWords(line, column),
    })),
  }));

  function columnsOf({ before, after }: RegisterChangeLine): string[] {
    return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
      (column) => !keptColumns.has(column),
    );
  }

  function changeWords({ before, after }: RegisterChangeLine, column: string): string {
    const now = words.value(column, after?.[column]);
    return before && column in before
      ? t('registers:change', { before: words.value(column, before[column]), after: now })
      : now;
  }

  function word(key: string, otherwise: string): string {
    return has(key) ? t(key) : otherwise;
  }
}
