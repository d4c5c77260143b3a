import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from './change-row';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';
import { requireObjects } from './require-objects';
import { uuidOrNull } from '../../db/uuid-or-null';

export interface RecusalAnswer {
  /** Id of the name that was open. */
  name: string;
  /** The firms that it means; none where it names no firm of the register. */
  objects: readonly string[];
}

/**
 * A person says which firms a name among an officer's recusals means, or that it means none of the register. From then on
 * the officer may be drawn again, if no other name is open. Only the own department or the office may.
 * @throws Refusal NOT_ENTITLED, RECUSAL_SETTLED, NOT_IN_REGISTER (the name or a firm), and those of changeRow
 */
export async function resolveRecusal(
  dataSource: DataSource,
  command: RowCommand & { answer: RecusalAnswer },
): Promise<RowOutcome> {
  const { actor, at, answer, reason } = command;
  return changeRow(dataSource, registers.inspector, command, {
    act: 'inspector.edit',
    cause: 'recusalResolved',
    decide(row) {
      requireRegisterAct('inspector.edit', actor, [row.department as string]);
      return {};
    },
    async writeAlso(manager) {
      const given = await openName(manager, command.id, answer.name);
      await requireObjects(manager, answer.objects);
      await manager.query(
        `INSERT INTO recusal (inspector_id, object_id, reason) SELECT $1, object, $3 FROM unnest($2::uuid[]) object ON CONFLICT DO NOTHING`,
        [command.id, answer.objects, reason ?? given],
      );
      await manager.query('UPDATE recusal_name SET resolved_at = $2, resolved_by = $3, outcome = $4 WHERE id = $1', [
        answer.name,
        at,
        actor.account,
        answer.objects.length > 0 ? 'firms' : 'nobody',
      ]);
      const recusals = answer.objects.map((object) => ({ object }));
      return { before: { recusal_names: [{ text: given }] }, after: { recusal_names: [], recusals } };
    },
  });
}

/** The text of a name that is still open, locked. */
async function openName(manager: EntityManager, inspector: string, name: string): Promise<string> {
  const rows: { given: string; settled: boolean }[] = await manager.query(
    'SELECT given, resolved_at IS NOT NULL AS settled FROM recusal_name WHERE id = $1 AND inspector_id = $2 FOR UPDATE',
    [uuidOrNull(name), inspector],
  );
  const found = rows[0];
  if (!found) throw new Refusal('NOT_IN_REGISTER', { register: 'inspector', id: name });
  if (found.settled) throw new Refusal('RECUSAL_SETTLED', { name: found.given });
  return found.given;
}
