import type { Sha256 } from '../../proof/sha256';
import { assignInspectors } from './assignment';
import { fitsSlot } from './eligibility';
import { Expander } from './hkdf';
import type { DepartmentParams } from './params';
import type { BegunDraw } from './perform-draw';
import type { Pool } from './pool';

/**
 * Officers who may take a slot of a team, in the order in which they are to be asked: the candidates by the keys as they
 * stood just before that object's run was filled, who fit the slot and are not on the team. Who is free on the day is
 * for the caller to know.
 * @param object id of the object as first drawn (a replacement object keeps the run of the one it replaced)
 * @param slot from 0
 * @param serving id of the object now served, if another; its recusals count
 */
export function substituteOfficers(
  sha: Sha256,
  pool: Pool,
  draw: Pick<BegunDraw, 'prk' | 'runs'>,
  {
    department,
    object,
    slot,
    team,
    serving = object,
  }: { department: string; object: string; slot: number; team: readonly string[]; serving?: string },
): string[] {
  const row = pool.objects.indexOf(object);
  let ordered: readonly number[] = [];
  assignInspectors(pool, draw.runs, new Expander(sha, draw.prk), {
    onFilling: (filled, run, candidates) => {
      if (filled === department && run.includes(row)) ordered = [...candidates];
    },
  });
  const params = pool.paramsFile.params.departments.find(({ id }) => id === department) as DepartmentParams;
  const recused = pool.recusals.of(pool.objects.indexOf(serving));
  return ordered
    .filter((inspector) => fitsSlot(pool.inspectors, params, inspector, slot) && !recused.includes(inspector))
    .map((inspector) => pool.inspectors.at(inspector).id)
    .filter((id) => !team.includes(id));
}
