import type { Act } from './act';
import { consultation } from './consultation/process';
import { draw } from './draw/process';
import { jointCheck } from './joint-check/process';
import type { CaseStates } from './case-states';
import type { CaseKind, Process } from './process';
import { referral } from './referral/process';
import { visit } from './visit/process';

const everyProcess = {
  'joint-check': jointCheck,
  consultation,
  draw,
  visit,
  referral,
} satisfies { [K in CaseKind]: Process<CaseStates[K]> };

/** Every official process of the house. */
export const processes: Readonly<Record<CaseKind, Process>> = everyProcess;

export const caseKinds = Object.keys(everyProcess) as CaseKind[];

/** The rules of the house as one value, so that a test can judge by changed ones. */
export interface Rules {
  /** The act of that name with its process; nothing for a name that does not exist. */
  findAct(name: string): { act: Act; process: Process } | undefined;
  /**
   * The process that a case belongs to.
   * @throws RangeError for an id of no known kind
   */
  processOf(caseId: string): Process;
}

/** The rules that a set of processes makes. */
export function rulesOf(house: Record<CaseKind, Process>): Rules {
  const byName = new Map(
    Object.values(house).flatMap((process) =>
      process.acts.map((act): [string, { act: Act; process: Process }] => [act.name, { act, process }]),
    ),
  );
  return {
    findAct: (name) => byName.get(name),
    processOf(caseId) {
      const kind = kindOf(caseId);
      if (!kind) throw new RangeError(`No official process has cases named like "${caseId}".`);
      return house[kind];
    },
  };
}

/** The kind of a case, read from its id such as `visit/320723-2026-L0007-C1-J00012`. */
export function kindOf(caseId: string): CaseKind | undefined {
  const kind = caseId.slice(0, caseId.indexOf('/'));
  return Object.hasOwn(processes, kind) ? (kind as CaseKind) : undefined;
}

/** The rules in force. */
export const rules = rulesOf(processes);
export const { findAct, processOf } = rules;
