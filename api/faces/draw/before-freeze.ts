import type { DrawState } from '../../../domain/draw/state';
import { seesAll } from '../../../domain/permissions/reader';
import { openRecusals } from '../../../services/queries/registers/open-recusals';
import { row, type FactsContext, type Row } from '../facts';

/** Whom a freeze would leave out until a person has looked into it, named on the page where the freeze is done. */
export async function beforeFreeze({ world, t, units, person }: FactsContext, state: DrawState): Promise<Row[]> {
  const open = await openRecusals(world.dataSource, [state.lead, ...state.participants]);
  const officers = new Map<string, string[]>();
  for (const { inspector, department, officer, staffNo, given } of open) {
    const known = officers.get(inspector) ?? [`${units[department] ?? department}\u3000${officer}（${staffNo}）`];
    // What an officer keeps away from is the own unit's to read.
    if (seesAll(person) || department === person.department) known.push(given);
    officers.set(inspector, known);
  }
  const lines = [...officers.values()].map(([who = '', ...names]) =>
    names.length > 0 ? t('pages:draw.heldOutBy', { who, names: names.join('、') }) : who,
  );
  return row(t('pages:draw.heldOutRecusals'), lines);
}
