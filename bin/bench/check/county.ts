import type { DataSource } from 'typeorm';
import type { Actor, Capacity } from '../../../domain/actor';
import { shiftDay } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { CaseState } from '../../../domain/process';
import { findState } from '../../../services/queries/cases/find-state';

/** The lead and two participants of every measured check. */
export const lead = 'SCJG';
export const participants = ['WJW', 'YJJ'];

/** How a person of the county does an act; a refusal is an error. */
export interface Desk {
  act(
    by: string,
    act: string,
    on: string | undefined,
    input?: Record<string, unknown>,
  ): Promise<{ caseId: string; number: string }>;
}

/** Who is who and what is where in the demonstration county. */
export class County {
  private readonly officers = new Map<string, string>();
  private readonly actors = new Map<string, Actor>();

  constructor(readonly dataSource: DataSource) {}

  /** The user name of an officer of the register. */
  async officer(inspector: string): Promise<string> {
    return remembered(this.officers, inspector, async () => {
      const rows: { username: string }[] = await this.dataSource.query(
        'SELECT username FROM account WHERE inspector_id = $1',
        [inspector],
      );
      if (!rows[0]) throw new Error(`No account belongs to officer ${inspector}`);
      return rows[0].username;
    });
  }

  /** The person of that user name in their one capacity. */
  async actor(username: string): Promise<Actor> {
    return remembered(this.actors, username, async () => {
      const rows: { id: string; capacities: Capacity[]; department: string; inspector: string | null }[] =
        await this.dataSource.query(
          'SELECT id, capacities, department, inspector_id AS inspector FROM account WHERE username = $1',
          [username],
        );
      const [row] = rows;
      const [capacity] = row?.capacities ?? [];
      if (!row || !capacity) throw new Error(`Nobody is called ${username}`);
      return {
        account: row.id,
        capacity,
        department: row.department,
        ...(row.inspector ? { inspector: row.inspector } : {}),
      };
    });
  }

  /** What a check of that many visits proposes. */
  async scheme(visits: number): Promise<Record<string, unknown>> {
    const rows: { code: string; department: string }[] = await this.dataSource.query(
      'SELECT code, department FROM check_item WHERE active ORDER BY code',
    );
    const itemsOf = (department: string) =>
      rows
        .filter((row) => row.department === department)
        .slice(0, 3)
        .map(({ code }) => code);
    return {
      title: '性能测量用联合抽查',
      tasks: [lead, ...participants].map((department) => ({
        department,
        items: itemsOf(department),
        officers: 2,
        qualifications: [],
      })),
      scope: { kinds: ['enterprise', 'individualBusiness'] },
      strata: [{ scale: 'general', grade: 'C', count: visits }],
      windowFrom: this.today(),
      windowTo: shiftDay(this.today(), 45),
      objectsPerTrip: 1,
    };
  }

  /** The legal day of now. */
  today(): string {
    return shanghaiDay(Date.now());
  }

  async state<S extends CaseState>(caseId: string): Promise<S | undefined> {
    return (await findState(this.dataSource, caseId)) as S | undefined;
  }

  /**
   * Waits until the recorded state of a case is as wanted, and gives it.
   * @throws Error with the last state after three minutes
   */
  async until<S extends CaseState>(caseId: string, reached: (state: S) => boolean): Promise<S> {
    const end = Date.now() + 180_000;
    for (;;) {
      const state = await this.state<S>(caseId);
      if (state && reached(state)) return state;
      if (Date.now() > end)
        throw new Error(`${caseId} did not come that far; it stands at ${state?.stage ?? 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

async function remembered<T>(known: Map<string, T>, key: string, find: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? (await find());
  known.set(key, value);
  return value;
}
