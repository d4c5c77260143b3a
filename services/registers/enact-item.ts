import type { DataSource, EntityManager } from 'typeorm';
import { hold } from '../../db/hold';
import { Refusal } from '../../domain/refusal';
import type { ItemEnactment } from '../../domain/registers/item-change';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { toColumns } from './column-names';
import { recordChange } from './record-change';
import type { RegisterCommand } from './register-command';
import { requireAccount } from '../people/require-account';
import { writeItemVersion } from './write-item-version';

const act = 'item.enact';

/**
 * Enters a new check item (立) of a department under the next number of its own series (SCJG-N001, SCJG-N002 …).
 * @throws Refusal NOT_ENTITLED, ACCOUNT_NOT_ENTITLED, DEPARTMENT_UNKNOWN (also for a unit that inspects nothing)
 */
export async function enactItem(
  dataSource: DataSource,
  command: RegisterCommand & { department: string; values: ItemEnactment },
): Promise<{ code: string; duplicate: boolean }> {
  const { actor, at, department, submission, values } = command;
  return dataSource.transaction(async (manager) => {
    await requireAccount(manager, actor);
    requireRegisterAct('item.change', actor, [department]);
    // One at a time for a department: the number is the next, and a second post of the same form finds the first.
    await hold(manager, `${act}/${department}`);
    const done: { code: string }[] = await manager.query(
      'SELECT subject_id AS code FROM acts WHERE act = $1 AND account = $2 AND submission = $3',
      [act, actor.account, submission],
    );
    if (done[0]) return { code: done[0].code, duplicate: true };
    const units: unknown[] = await manager.query('SELECT 1 FROM department WHERE code = $1 AND inspects', [department]);
    if (units.length === 0) throw new Refusal('DEPARTMENT_UNKNOWN', { code: department });

    const code = await nextCode(manager, department);
    const version = {
      item_code: code,
      version: 1,
      cause: 'enacted',
      qualifications: [],
      ...toColumns(values),
      changed_at: at.toISOString(),
      changed_by: actor.account,
    };
    await manager.query('INSERT INTO check_item (code, department, active, version) VALUES ($1, $2, TRUE, 1)', [
      code,
      department,
    ]);
    await writeItemVersion(manager, version);
    await recordChange(manager, command, {
      register: 'item',
      id: code,
      version: 1,
      act,
      cause: 'enacted',
      after: version,
    });
    return { code, duplicate: false };
  });
}

async function nextCode(manager: EntityManager, department: string): Promise<string> {
  const rows: { last: number }[] = await manager.query(
    `SELECT coalesce(max(substring(code FROM '-N([0-9]+)$')::int), 0) AS last FROM check_item WHERE department = $1 AND code ~ ('^' || $1 || '-N[0-9]{3,8}$')`,
    [department],
  );
  return `${department}-N${String((rows[0]?.last ?? 0) + 1).padStart(3, '0')}`;
}
