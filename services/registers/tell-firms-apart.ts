import type { DataSource } from 'typeorm';
import { uuidOrNull } from '../../db/uuid-or-null';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { changeRow } from './change-row';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';

/**
 * A person says that a record of the same name and address is another firm than this one (`apart`), or takes that back. From
 * then on the two are named as twins nowhere, a pool may hold both, and what is said of one, such as a recusal or an open
 * visit, is not said of the other. It stands on the record on which it was said, and is taken back there.
 * Only a responsible department of that record or the office may.
 * @throws Refusal NOT_ENTITLED, TWIN_ITSELF, TWIN_CLOSED (one of the two is closed as a second record: that is taken back first),
 *   NOTHING_CHANGED (also where it was said on the other record), NOT_IN_REGISTER, and those of changeRow
 */
export async function tellFirmsApart(
  dataSource: DataSource,
  command: RowCommand & { other: string; apart: boolean },
): Promise<RowOutcome> {
  const { actor, id, other, apart } = command;
  return changeRow(dataSource, registers.object, command, {
    act: 'object.edit',
    cause: apart ? 'firmsToldApart' : 'firmsNotToldApart',
    async decide(row, manager) {
      requireRegisterAct('object.edit', actor, row.responsible_departments as string[]);
      const said = row.different_from as string[];
      if (!apart) return { different_from: said.filter((each) => each !== other) };
      if (other === id) throw new Refusal('TWIN_ITSELF');
      const rows: { same_as: string | null; said: boolean }[] = await manager.query(
        'SELECT same_as, $2::uuid = ANY(different_from) AS said FROM check_object WHERE id = $1',
        [uuidOrNull(other), id],
      );
      const found = rows[0];
      if (!found) throw new Refusal('NOT_IN_REGISTER', { register: 'object', id: other });
      if (row.same_as !== null || found.same_as !== null) throw new Refusal('TWIN_CLOSED');
      if (found.said || said.includes(other)) throw new Refusal('NOTHING_CHANGED', { register: 'object', id });
      return { different_from: [...said, other] };
    },
  });
}
