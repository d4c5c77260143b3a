import { randomUUID } from 'node:crypto';
import { tellingStates } from '../../../domain/exchange/outbox-state';
import { CountyEngine } from '../../engine/lifecycle/county-engine';
import { until } from '../../engine/lifecycle/until';
import { Intruder } from '../intruder';

/** The act that these tests forge, by whoever may do it. */
export const consult = { by: 'scjg-handler', act: 'jointCheck.consult' };

/** One county for all files about what is forged: opening one costs more than most of their tests. */
export class ForgedCounty {
  private opened: { county: CountyEngine; intruder: Intruder } | undefined;

  async open(): Promise<void> {
    const county = await CountyEngine.open();
    this.opened = { county, intruder: new Intruder(county) };
  }

  async close(): Promise<void> {
    await this.opened?.county.close();
  }

  get county(): CountyEngine {
    return this.parts.county;
  }

  get intruder(): Intruder {
    return this.parts.intruder;
  }

  /** What the web signs for a person. */
  async asked(act: string, caseId?: string, more: { by?: string; submission?: string } = {}) {
    const actor = await this.county.actor(more.by ?? consult.by);
    return { act, caseId, actor, input: { version: 1 }, submission: more.submission ?? randomUUID() };
  }

  /** Waits until nothing that earlier acts led to is under way. */
  async quiet(): Promise<void> {
    const { county, intruder } = this;
    await until(
      () =>
        county.dataSource.query<unknown[]>(
          `SELECT 1 FROM case_effect WHERE state = 'open' UNION ALL SELECT 1 FROM document WHERE state = 'queued'
           UNION ALL SELECT 1 FROM outbox_message WHERE told_at IS NULL AND state = ANY($1)`,
          [tellingStates],
        ),
      (open) => open.length === 0,
    );
    let last = '';
    await until(
      async () => JSON.stringify(await intruder.trace()),
      (now) => {
        const isSame = now === last;
        last = now;
        return isSame;
      },
    );
  }

  /** Tries something that nobody may, and expects that it is counted and changes nothing. */
  async expectStray(place: string, forge: () => Promise<string>, told: string | RegExp = 'stray', times = 1) {
    const { intruder } = this;
    const [before, counted] = [await intruder.trace(), await intruder.strays(place)];
    expect(await forge()).toMatch(told);
    expect(await intruder.strays(place)).toBe(counted + times);
    expect(await intruder.trace()).toEqual(before);
  }

  private get parts() {
    if (!this.opened) throw new Error('the county is not open yet');
    return this.opened;
  }
}
