import { randomUUID } from 'node:crypto';
import { deliver } from '../../../engine/perform-act';
import { propose } from '../../engine/lifecycle/whole-check';
import { consult, type ForgedCounty } from './forged-county';

/** Much of what nobody may send, at once. */
export function floods(at: ForgedCounty): void {
  describe('a flood', () => {
    /** `TEST_FLOOD=2500` for the whole of it. */
    const size = Number(process.env.TEST_FLOOD ?? 200);
    const limitMs = 120_000 + size * 400;
    const atOnce = 10;

    async function flood(send: () => Promise<string>): Promise<Record<string, number>> {
      const told: Record<string, number> = {};
      for (let sent = 0; sent < size; sent += atOnce)
        for (const answer of await Promise.all(Array.from({ length: Math.min(atOnce, size - sent) }, send)))
          told[answer] = (told[answer] ?? 0) + 1;
      return told;
    }

    /** Does the lawful act, and says how long it took and what the runs hold. */
    async function expectActs(check: string, told: Record<string, number>): Promise<void> {
      const began = Date.now();
      expect(await at.county.attempt({ ...consult, on: check })).toMatchObject({ kind: 'done' });
      const ms = Date.now() - began;
      const runs: number[] = [];
      for await (const run of at.county.client.workflow.list({ query: `WorkflowId = "${check}"` }))
        runs.push(run.historyLength ?? 0);
      const now = (await at.county.client.workflow.getHandle(check).describe()).historyLength;
      if (process.env.TEST_FLOOD) console.log(JSON.stringify({ told, ms, runs, now }));
      expect(ms).toBeLessThan(5_000);
    }

    test(
      'of requests that are refused keeps no case from its next act',
      async () => {
        const check = await propose(at.county);
        await at.quiet();
        const gateway = at.county.gateway();
        // The same submission is not counted as another act: so many come past the limit of a minute.
        const refused = await at.asked(consult.act, check, { by: 'scjg-leader' });
        const told = await flood(async () => {
          const kept = await gateway.keepRequest(refused);
          return (await deliver(gateway, kept, Date.now() + 30_000)).kind;
        });
        expect(told).toEqual({ refused: size });
        expect(await at.county.entries(check)).toHaveLength(1);
        await expectActs(check, told);
      },
      limitMs,
    );

    test(
      'of updates that nobody signed keeps no case from its next act',
      async () => {
        const check = await propose(at.county);
        await at.quiet();
        const told = await flood(() => at.intruder.update(check, { key: randomUUID() }));
        expect(told['done'] ?? 0).toBe(0);
        expect(await at.intruder.strays(check)).toBeGreaterThan(size / 2);
        expect(await at.county.entries(check)).toHaveLength(1);
        await expectActs(check, told);
      },
      limitMs,
    );

    test(
      'of updates that say nothing keeps no case from its next act',
      async () => {
        const check = await propose(at.county);
        await at.quiet();
        const told = await flood(() => at.intruder.update(check, { act: 'jointCheck.consult' }));
        expect(told['done'] ?? 0).toBe(0);
        await expectActs(check, told);
      },
      limitMs,
    );
  });
}
