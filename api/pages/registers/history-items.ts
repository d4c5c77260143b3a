import type { RegisterChangeLine } from '../../../services/queries/registers/register-history';
import type { AppWorld } from '../../app-world';
import { columnsOf, registerChanges } from './register-changes';
import { rowWords } from './row-words';

/**
 * The changes of a row as items of a timeline, in words: what was, what is; of a new row all that it says, behind its mark.
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
    changes: registerChanges(words, line),
    details: line.before
      ? undefined
      : columnsOf(line).map((column) => ({
          key: words.column(column),
          value: words.value(column, line.after?.[column]),
        })),
  }));

  function word(key: string, otherwise: string): string {
    return has(key) ? t(key) : otherwise;
  }
}
