import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from './change-row';
import { toldApart } from '../queries/registers/twins';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';
import { uuidOrNull } from '../../db/uuid-or-null';

/**
 * A person says that a record of the object register is another record of the same firm, and which one stands: the record is
 * closed, in no pool and no count from then on, and recusals and names that meant it mean the one that stands. What was done
 * under it stays with it. `standing: null` takes that back. Only a responsible department of the closed one or the office may.
 * @throws Refusal NOT_ENTITLED, TWIN_ITSELF, TWIN_CLOSED (the one that is to stand is closed itself), TWIN_STANDS (others point
 *   to the one that is to be closed), TWIN_TOLD_APART (the two were said to be different firms: that is taken back first), TWIN_CODE_LOST (it has the credit code that the other lacks), NOT_IN_REGISTER, and those of changeRow
 */
export async function resolveTwin(
  dataSource: DataSource,
  command: RowCommand & { standing: string | null },
): Promise<RowOutcome> {
  const { actor, id, standing } = command;
  return changeRow(dataSource, registers.object, command, {
    act: 'object.edit',
    cause: standing === null ? 'twinReopened' : 'twinClosed',
    async decide(row, manager) {
      requireRegisterAct('object.edit', actor, row.responsible_departments as string[]);
      if (standing !== null) await requireStanding(manager, { id, uscc: row.uscc as string | null }, standing);
      return { same_as: standing };
    },
  });
}

async function requireStanding(
  manager: EntityManager,
  closed: { id: string; uscc: string | null },
  standing: string,
): Promise<void> {
  if (standing === closed.id) throw new Refusal('TWIN_ITSELF');
  const rows: { uscc: string | null; same_as: string | null; apart: boolean }[] = await manager.query(
    `SELECT o.uscc, o.same_as, ${toldApart('o', 'closed')} AS apart FROM check_object o JOIN check_object closed ON closed.id = $2
     WHERE o.id = $1 FOR UPDATE OF o`,
    [uuidOrNull(standing), closed.id],
  );
  const found = rows[0];
  if (!found) throw new Refusal('NOT_IN_REGISTER', { register: 'object', id: standing });
  if (found.same_as !== null) throw new Refusal('TWIN_CLOSED');
  if (found.apart) throw new Refusal('TWIN_TOLD_APART');
  if (closed.uscc !== null && found.uscc === null) throw new Refusal('TWIN_CODE_LOST');
  const others: unknown[] = await manager.query('SELECT 1 FROM check_object WHERE same_as::text = $1 LIMIT 1', [
    closed.id,
  ]);
  if (others.length > 0) throw new Refusal('TWIN_STANDS');
}
