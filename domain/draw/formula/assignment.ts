import { fitsSlot, membersByDepartment, servedStrata } from './eligibility';
import { fillSlots, type Filling } from './filling';
import type { Expander } from './hkdf';
import type { DepartmentParams } from './params';
import type { Pool } from './pool';
import { refuse } from './refusals';
import { Roster } from './roster';

/** A department's team for one object; numbers are rows of the tables, inspectors in slot order. */
export interface Assignment {
  department: string;
  object: number;
  inspectors: readonly number[];
}

/** Called before a team is taken: the objects of the run and the candidates by their keys at that moment. */
export type OnFilling = (department: string, run: readonly number[], candidates: readonly number[]) => void;

type FilledPool = Pick<Pool, 'paramsFile' | 'objects' | 'inspectors' | 'recusals'>;

function refuseInfeasible(pool: FilledPool, department: DepartmentParams, object: number, slot: number): never {
  const qualification = department.qualifications[slot] ?? '';
  return refuse('infeasible', {
    object: pool.objects.id(object),
    department: department.id,
    slot: slot + 1,
    qualification,
  });
}

/** Assigns one department's teams, run by run. */
class DepartmentFilling {
  readonly assignments: Assignment[] = [];
  private readonly roster: Roster;

  constructor(
    private readonly pool: FilledPool,
    private readonly department: DepartmentParams,
    expander: Expander,
    members: readonly number[],
    private readonly onFilling?: OnFilling,
  ) {
    this.roster = new Roster(expander, department.id, pool.inspectors, members);
  }

  serve(run: readonly number[]): void {
    if (this.tryRun(run).team !== undefined) return;
    for (const object of run) {
      const { failedSlot } = this.tryRun([object]);
      if (failedSlot !== undefined) refuseInfeasible(this.pool, this.department, object, failedSlot);
    }
  }

  private tryRun(run: readonly number[]): Filling {
    const { pool, department, roster } = this;
    const recused = new Set<number>();
    for (const object of run) for (const inspector of pool.recusals.of(object)) recused.add(inspector);
    const candidates = roster.candidates(recused);
    const filling = fillSlots(candidates, department.officers, (inspector, slot) =>
      fitsSlot(pool.inspectors, department, inspector, slot),
    );
    if (filling.team === undefined) return filling;
    this.onFilling?.(department.id, run, candidates);
    for (const object of run) this.assignments.push({ department: department.id, object, inspectors: filling.team });
    roster.grow(filling.team, run.length);
    return filling;
  }
}

/**
 * Assigns teams to all drawn objects: departments in the order of the params, within one the runs in order.
 * @throws DrawRefusal infeasible, naming object, department, slot (from 1) and qualification ("" = unrestricted)
 */
export function assignInspectors(
  pool: FilledPool,
  runs: readonly (readonly number[])[],
  expander: Expander,
  listeners: { onFilling?: OnFilling; report?: (done: number) => void } = {},
): Assignment[] {
  const { params } = pool.paramsFile;
  const members = membersByDepartment(params, pool.inspectors);
  const assignments: Assignment[] = [];
  params.departments.forEach((department, i) => {
    const served = servedStrata(params, department);
    const filling = new DepartmentFilling(pool, department, expander, members[i] as number[], listeners.onFilling);
    for (const run of runs) {
      const own = run.filter((row) => served[pool.objects.stratum[row] as number]);
      if (own.length === 0) continue;
      filling.serve(own);
      listeners.report?.(assignments.length + filling.assignments.length);
    }
    for (const assignment of filling.assignments) assignments.push(assignment);
  });
  return assignments;
}
