import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import type { ItemChange } from '../../domain/registers/item-change';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { toColumns } from './column-names';
import { refuseStale } from './refuse-stale';
import { findEarlierChange, recordChange } from './record-change';
import type { RowCommand, RowOutcome } from './register-command';
import { readRow } from './register-row';
import { requireAccount } from '../people/require-account';
import { writeItemVersion } from './write-item-version';

const items = { name: 'item', table: 'check_item', key: 'code' };

/**
 * Adds a version to a check item, in force from a day on; checks that are under way keep theirs (M1).
 * An abolished item is offered no more; it is entered on the day it ends or later.
 * @param command `id` = the item's code, `version` = its newest version as the person saw it
 * @throws Refusal NOT_ENTITLED, NOT_IN_REGISTER, STALE_VERSION, EFFECTIVE_BEFORE_LAST, ABOLITION_AHEAD, ITEM_ABOLISHED,
 *   NOTHING_CHANGED (an amendment that says the same)
 */
export async function changeItem(
  dataSource: DataSource,
  command: RowCommand & { today: string; values: ItemChange },
): Promise<RowOutcome> {
  const { actor, at, id, values, version } = command;
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    const item = await readRow(manager, items, id);
    const earlier = await findEarlierChange(manager, items.name, id, command.submission);
    if (earlier !== undefined) return { version: earlier, duplicate: true };
    requireRegisterAct('item.change', actor, [item.department as string]);
    if (item.active !== true) throw new Refusal('ITEM_ABOLISHED', { code: id });
    const abolished = values.cause === 'abolished';
    if (abolished && values.effectiveFrom > command.today)
      throw new Refusal('ABOLITION_AHEAD', { effectiveFrom: values.effectiveFrom });

    const [, count] = (await manager.query(
      'UPDATE check_item SET version = version + 1, active = NOT $3 WHERE code = $1 AND version = $2',
      [id, version, abolished],
    )) as [unknown, number];
    if (count !== 1) await refuseStale(manager, { register: items.name, id, version });
    const versions: { row: Record<string, unknown> }[] = await manager.query(
      'SELECT to_jsonb(v) AS row FROM check_item_version v WHERE item_code = $1 AND version = $2',
      [id, version],
    );
    const last = versions[0]?.row ?? {};
    const lastFrom = String(last.effective_from);
    if (values.effectiveFrom < lastFrom) throw new Refusal('EFFECTIVE_BEFORE_LAST', { last: lastFrom });

    const columns = toColumns(values);
    const says = Object.keys(columns).filter((column) => column !== 'cause' && column !== 'effective_from');
    if (values.cause === 'amended' && says.every((column) => isDeepStrictEqual(columns[column], last[column])))
      throw new Refusal('NOTHING_CHANGED', { register: items.name, id });
    const next = { ...last, ...columns, version: version + 1, changed_at: at.toISOString(), changed_by: actor.account };
    await writeItemVersion(manager, next);
    await recordChange(manager, command, {
      register: items.name,
      id,
      version: version + 1,
      act: 'item.change',
      cause: values.cause,
      before: last,
      after: next,
    });
    return { version: version + 1, duplicate: false };
  });
}
