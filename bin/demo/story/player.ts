import { shiftDay } from '../../../domain/calendar/iso-day';
import type { VisitState } from '../../../domain/visit/state';
import { RefusedError } from '../careful-client';
import type { People } from '../people';
import type { Step } from './unfold';

/** Which demonstration account belongs to which officer of the register. */
export interface OfficerAccounts {
  usernameOf(inspector: string): string | undefined;
  inspectorOf(username: string): string | undefined;
}

/** Refusals that pass by themselves: what an earlier act set going has not arrived yet. */
const passing = ['CASE_UNKNOWN', 'WRONG_STAGE', 'ROUND_OPEN'];
const patienceMs = 45_000;
const pauseMs = 150;
/** Officers of a department who are surely on duty and certified are its first (db/seeds). */
const sureOfficers = 8;

/** Plays steps on a running system, each under the account of whoever does it; a step that was played before changes nothing. */
export class Player {
  constructor(
    private readonly people: People,
    private readonly officers: OfficerAccounts,
    private readonly today: string,
  ) {}

  /**
   * Does one step.
   * @param number of the check, for every step but its proposal
   * @returns number of the check
   * @throws RefusedError when the system refuses it for good
   */
  async play(step: Step, number?: string): Promise<string> {
    const caseId = step.on?.replace('#', number ?? '');
    const receipt = await patiently(async () => {
      const person = this.people.named(await this.username(step, caseId));
      const input = await this.complete(step, caseId);
      return person.act(step.act, caseId, input, step.key);
    });
    return number ?? receipt.number;
  }

  private async username({ who }: Step, caseId: string | undefined): Promise<string> {
    const [, department = '', officer] = /^([A-Z]+)-(officer-[12]|substitute)$/.exec(who) ?? [];
    if (!officer || !caseId) return who.toLowerCase();
    const result = (await this.visit(department, caseId)).results[department];
    const inspector =
      officer === 'substitute' ? result?.substitute?.officer : result?.officers[officer === 'officer-1' ? 0 : 1];
    const username = this.officers.usernameOf(inspector ?? '');
    if (!username) throw new Error(`${caseId} has no ${who} with a demonstration account`);
    return username;
  }

  private async complete({ who, input }: Step, caseId: string | undefined): Promise<Record<string, unknown>> {
    const dated = onDays(input, this.today) as Record<string, unknown>;
    if (dated['officer'] !== 'spare' || !caseId) return dated;
    const department = who.split('-')[0] ?? '';
    const assigned = (await this.visit(department, caseId)).results[department]?.officers ?? [];
    const sure = Array.from({ length: sureOfficers }, (_, index) =>
      this.officers.inspectorOf(`${department.toLowerCase()}-inspector-${index + 1}`),
    );
    return { ...dated, officer: sure.find((inspector) => inspector && !assigned.includes(inspector)) };
  }

  private async visit(department: string, caseId: string): Promise<VisitState> {
    const { state } = await this.people.of(department, 'handler').get<{ state: VisitState }>(`/api/v1/cases/${caseId}`);
    return state;
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof RefusedError) || !passing.includes(failure.code) || Date.now() > end) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const dayFields = ['date', 'wanted', 'completedOn', 'errorEstablishedOn', 'windowFrom', 'windowTo'];

/** Days that are counted from today become days of the calendar, however deep they lie. */
function onDays(value: unknown, today: string, field = ''): unknown {
  if (typeof value === 'number' && dayFields.includes(field)) return shiftDay(today, value);
  if (Array.isArray(value)) return value.map((entry) => onDays(entry, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, onDays(entry, today, name)]));
}
