import { fitsSlot, membersByDepartment, servedStrata } from './eligibility';
import { fillSlots } from './filling';
import type { InspectorTable } from './inspectors-file';
import type { ObjectTable } from './objects-file';
import type { DepartmentParams, DrawParams } from './params';
import type { RecusalTable } from './recusals-file';

/** A department could not send a full team to this object. */
export interface Infeasibility {
  object: string;
  department: string;
  /** The first slot that cannot be filled, from 1. */
  slot: number;
  /** What the slot asks for; absent for an unrestricted one. */
  qualification?: string;
}

/** The first slot (from 0) that the department's members without `recused` cannot fill, or undefined. */
function failedSlotOf(
  inspectors: InspectorTable,
  department: DepartmentParams,
  members: readonly number[],
  recused: readonly number[],
): number | undefined {
  const away = new Set(recused);
  const candidates = members.filter((member) => !away.has(member));
  return fillSlots(candidates, department.officers, (inspector, slot) =>
    fitsSlot(inspectors, department, inspector, slot),
  ).failedSlot;
}

/**
 * Checks before the freeze that every object of the pool could be served if drawn; it depends on no secret, since
 * whether slots can be filled does not depend on the order of candidates.
 * One answer serves all objects with the same recusals within a department.
 * @returns what is infeasible, by department, then object; empty if the draw cannot fail
 */
export function checkFeasibility(
  params: DrawParams,
  objects: ObjectTable,
  inspectors: InspectorTable,
  recusals: RecusalTable,
): Infeasibility[] {
  const members = membersByDepartment(params, inspectors);
  const found: Infeasibility[] = [];
  params.departments.forEach((department, number) => {
    const served = servedStrata(params, department);
    const own = members[number] as number[];
    const answers = new Map<string, number | undefined>();
    for (let object = 0; object < objects.count; object++) {
      if (!served[objects.stratum[object] as number]) continue;
      const recused = Array.from(recusals.of(object)).filter(
        (inspector) => inspectors.at(inspector).department === number,
      );
      const key = recused.join(',');
      if (!answers.has(key)) answers.set(key, failedSlotOf(inspectors, department, own, recused));
      const slot = answers.get(key);
      if (slot === undefined) continue;
      found.push({
        object: objects.id(object),
        department: department.id,
        slot: slot + 1,
        qualification: department.qualifications[slot],
      });
    }
  });
  return found;
}
