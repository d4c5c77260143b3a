import { capacities, OFFICE, systemActor, type Actor, type Capacity } from '../../domain/actor';
import type { Act } from '../../domain/act';
import { obstacleTo } from '../../domain/permissions/entitlement';
import type { CaseState, Process } from '../../domain/process';
import { processes, processOf } from '../../domain/processes';
import { registerPermissions } from '../../domain/registers/permissions';
import { casesOf, lead, participant, stranger } from './every-case';

/** How a person's unit stands to the case of a row. */
export const units = { lead, participant, office: OFFICE, stranger } as const;
export type Unit = keyof typeof units | 'clock';

export interface Cell {
  process: Process;
  act: Act;
  /** Stage that counts for the act: of the case, or of the unit's result. */
  stage: string;
  state: CaseState | undefined;
  actor: Actor;
  unit: Unit;
  /** The rule that stands against it; nothing where the act is open. */
  obstacle: string | undefined;
}

const officers = { [lead]: ['o-lead-1', 'o-lead-2'], [participant]: ['o-part-1', 'o-part-2'] };
export const everyCase: CaseState[] = casesOf({
  items: { [lead]: [`${lead}-01`], [participant]: [`${participant}-01`] },
  object: 'object',
  officers,
});

/** Everybody who could try: every capacity in every unit, an assigned officer and another one, and the clock. */
const actors: { actor: Actor; unit: Unit }[] = [
  ...Object.entries(units).flatMap(([unit, department]) =>
    capacities.flatMap((capacity): { actor: Actor; unit: Unit }[] => {
      const actor: Actor = { account: `${capacity} of ${department}`, capacity, department };
      if (capacity !== 'inspector') return [{ actor, unit: unit as Unit }];
      const [, assigned] = (officers as Record<string, string[]>)[department] ?? [];
      return [undefined, assigned]
        .filter((inspector, index) => index === 0 || inspector)
        .map((inspector) => ({
          actor: { ...actor, account: `${actor.account} ${inspector}`, inspector: inspector ?? 'o-other' },
          unit: unit as Unit,
        }));
    }),
  ),
  { actor: systemActor, unit: 'clock' },
];

/** Every act × capacity × unit × stage, with the answer of the rule that everything else asks, too. */
export function everyCell(): Cell[] {
  return everyCase.flatMap((state) => {
    const process = processOf(state.id);
    return process.acts.flatMap((act) =>
      actors.map(({ actor, unit }): Cell => {
        const about = act.opens ? undefined : state;
        return {
          process,
          act,
          stage: act.opens ? '-' : act.stageOf(state, actor),
          state: about,
          actor,
          unit,
          obstacle: obstacleTo(process, act, about, actor),
        };
      }),
    );
  });
}

/** Neither the person nor the stage stands against it; a rule about this very case still may. */
export const isOpen = ({ obstacle }: Cell): boolean =>
  !['NOT_ENTITLED', 'WRONG_STAGE', 'CASE_CLOSED', 'CASE_UNKNOWN', 'ALREADY_OPEN'].includes(obstacle ?? '');

const words: Record<Capacity, string> = {
  officeHandler: 'office handler',
  officeDirector: 'office director',
  departmentHandler: 'handler',
  departmentLeader: 'leader',
  departmentLiaison: 'liaison',
  inspector: 'assigned officer',
  supervisor: 'supervisor',
  systemAdministrator: 'system administrator',
  securityAdministrator: 'security administrator',
  auditAdministrator: 'audit administrator',
  system: 'clock',
};
const unitWords: Record<Unit, string> = {
  lead: 'lead',
  participant: 'participant',
  office: 'office',
  stranger: 'another unit',
  clock: 'system',
};

/** The matrix as a page for people: who does what, in which stage; made from the acts alone. */
export function matrixPage(): string {
  // No account of the office holds a capacity of a department, whatever an act would say to it.
  const cells = everyCell().filter(
    (cell) => isOpen(cell) && (cell.unit !== 'office' || cell.actor.capacity.startsWith('office')),
  );
  const sections = Object.values(processes).map((process) => {
    const rows = process.acts.map((act) => {
      const own = cells.filter((cell) => cell.act === act);
      const who = new Set(
        own.map((cell) =>
          cell.unit === 'clock' ? words.system : `${words[cell.actor.capacity]} (${unitWords[cell.unit]})`,
        ),
      );
      const order = [...process.stages, 'awaitingVisit', 'entered', 'confirmed', 'reviewed', '-'];
      const stages = [...new Set(own.map((cell) => cell.stage))].sort(
        (one, other) => order.indexOf(one) - order.indexOf(other),
      );
      return `| \`${act.name}\` | ${[...who].join(', ')} | ${act.opens ? 'opens the case' : stages.join(', ')}${act.reopens ? '; also on a closed case' : ''} |`;
    });
    return [`## ${process.kind}`, '', '| Act | Who | In which stage |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  const registers = Object.entries(registerPermissions).map(([act, reaches]) => {
    const who = Object.entries(reaches).map(
      ([capacity, reach]) => `${words[capacity as Capacity]}${reach === 'own' ? ' (own unit)' : ''}`,
    );
    return `| \`${act}\` | ${who.join(', ')} |`;
  });
  return [
    '# Who may do what',
    '',
    'Generated from the acts in `domain/` by `tests/access/write-matrix.ts` and held equal by `tests/access/matrix.test.ts`. In the sample one bureau leads, one takes part and receives the referral, one has nothing to do with the case; “another unit” in a row therefore means any unit. Further rules of a case (two different people, an open round, a missing draft) stand in the acts themselves.',
    '',
    ...sections,
    ['## Registers, settings and accounts', '', '| Act | Who |', '| --- | --- |', ...registers, ''].join('\n'),
  ].join('\n');
}
