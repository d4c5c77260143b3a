import { randomUUID } from 'node:crypto';
import { judgeWorld } from '../../../bin/compose/judge-world';
import { createActSigner, createActVerifier, makeActKeys } from '../../../connectors/act-keys';
import type { Actor, Capacity } from '../../../domain/actor';
import type { StoredOutcome } from '../../../domain/outcome';
import type { CaseState } from '../../../domain/process';
import { processOf, rules } from '../../../domain/processes';
import { withVersion } from '../../../domain/replaces';
import { findState } from '../../../services/queries/cases/find-state';
import { judge } from '../../../services/cases/judge';
import type { JudgeWorld } from '../../../services/cases/judge-world';
import { keepRequest } from '../../../services/cases/keep-request';
import { findOutcome } from '../../../services/cases/outcomes';
import { writeCase } from '../../../services/cases/write-case';
import type { OpenCounty } from '../registers/open-county';

const keys = makeActKeys();
/** No alarm goes off while a test looks. */
const never = Date.parse('9999-12-01');
const sign = createActSigner(keys.privateKey).sign;

/** People of a county who do acts as the worker judges them, without the engine: what follows from an act is not carried out. */
export class Acting {
  readonly world: JudgeWorld;

  constructor(private readonly county: OpenCounty) {
    this.world = judgeWorld(county.dataSource, { countyCode: '320723', verify: createActVerifier(keys.publicKey) });
  }

  /** An actor by user name, in the capacity named. */
  async as(username: string, capacity: Capacity): Promise<Actor> {
    const rows: { id: string; department: string; inspector: string | null }[] = await this.county.dataSource.query(
      'SELECT id, department, inspector_id AS inspector FROM account WHERE username = $1',
      [username],
    );
    const row = rows[0];
    if (!row) throw new Error(`no account ${username}`);
    return {
      account: row.id,
      department: row.department,
      capacity,
      ...(row.inspector && { inspector: row.inspector }),
    };
  }

  /** Puts a case into its place as if it had come there by its acts. */
  async put(state: CaseState): Promise<void> {
    const process = processOf(state.id);
    await this.county.dataSource.transaction((manager) =>
      writeCase(
        manager,
        process,
        { ...state, v: process.version },
        { at: state.since, act: '0', dayEndsAt: () => never },
      ),
    );
  }

  /** What comes of an act, about the version that stands where the input names none. */
  async attempt(
    actor: Actor,
    act: string,
    caseId: string,
    input: Record<string, unknown> = {},
    submission: string = randomUUID(),
  ): Promise<StoredOutcome> {
    const found = rules.findAct(act)?.act;
    const state = await findState(this.county.dataSource, caseId);
    const said = found ? withVersion(found, state, actor, input) : input;
    const asked = { act, caseId, actor, input: said, submission };
    const { key, place } = await keepRequest(this.county.dataSource, { rules, sign, now: () => new Date() }, asked);
    await judge(this.world, { key, place, takenAt: Date.now(), run: 'test' }, () => undefined);
    const outcome = await findOutcome(this.county.dataSource, place, key);
    if (!outcome) throw new Error(`${act} came to nothing.`);
    return outcome;
  }
}
