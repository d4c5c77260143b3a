import { randomUUID } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { CaseActivities } from '../../../activities/cases';
import { findDifferences } from '../../../bin/compose/differences';
import { repair } from '../../../bin/compose/repair';
import type { Standing } from '../../../domain/standing';
import { standingOfRun } from '../../../engine/running-cases';
import { wakeCase } from '../../../engine/start-case';
import { until } from '../../engine/lifecycle/until';
import { propose, schemeFor } from '../../engine/lifecycle/whole-check';
import { workflowBundle } from '../../setup/workflow-bundle';
import { consult, type ForgedCounty } from './forged-county';

/** A worker on our queue that answers as it likes. */
export function foreignWorker(at: ForgedCounty): void {
  describe('a worker of somebody else on our queue', () => {
    /** Answers everything with “done”. */
    async function foreign(standing: (caseId?: string) => Partial<Standing>): Promise<() => Promise<void>> {
      const connection = await NativeConnection.connect({ address: at.county.engine.address });
      const said = (): Standing => ({
        caseId: 'joint-check/0',
        number: '0',
        stage: 'approved',
        closed: false,
        version: 9_999,
        hash: '',
        effects: ['1', '2', '999999'],
        marks: { kind: 'joint-check', departments: [] },
        note: 'done',
        ...standing(),
      });
      const activities: CaseActivities = {
        judgeAct: async () => ({ verdict: 'done', standing: said() }),
        standing: async () => ({ verdict: 'nothing', standing: said() }),
        carryOut: async () => undefined,
        startOpened: async () => undefined,
        recountTerms: async () => undefined,
      };
      const worker = await Worker.create({
        connection,
        namespace: at.county.engine.namespace,
        taskQueue: at.intruder.queues.cases,
        workflowBundle: await workflowBundle(),
        activities,
      });
      const running = worker.run();
      return async () => {
        worker.shutdown();
        await running;
        await connection.close();
      };
    }

    test.each<[string, Partial<Standing>, string[]]>([
      // As after an older database was put back: nothing is judged before an operator has seen to it.
      ['is ahead of its row', {}, ['parked', 'parked', 'repaired', 'done']],
      ['is over', { closed: true, effects: [], version: 1 }, ['done']],
      ['has a clock’s step due', { alarmAt: 1, effects: [], version: 1 }, ['done']],
    ])(
      'makes no “done” for a person; it says that the case %s, and the case can act again',
      async (_what, said, kinds) => {
        const check = await propose(at.county);
        const scheme = await schemeFor(at.county);
        await at.quiet();
        await at.county.stopWorkers();
        const before = await at.intruder.trace();
        const counted = await at.intruder.strays(check);
        // One act of one person, however often it is sent: what is still on its way may be done by our own worker.
        const submission = randomUUID();
        const opens = { by: 'scjg-handler', act: 'jointCheck.propose', submission: randomUUID() };
        const stop = await foreign(() => said);
        try {
          // However slow the machine: until the other worker has answered this case.
          await until(
            async () => {
              const [one, opening] = await Promise.all([
                at.county.attempt({ ...consult, on: check, submission, patienceMs: 3_000 }),
                at.county.attempt({ ...opens, input: { scheme }, patienceMs: 3_000 }),
              ]);
              expect([one.kind, opening.kind].join()).toMatch(/^(unreachable|pending),(unreachable|pending)$/);
              return at.intruder.strays(check);
            },
            (strays) => strays > counted,
          );
          expect(await at.intruder.trace()).toEqual(before);
        } finally {
          await stop();
          await at.county.startWorkers();
        }

        for (const kind of kinds)
          if (kind === 'repaired') await repaired();
          else expect((await at.county.attempt({ ...consult, on: check, submission })).kind).toBe(kind);
        expect((await at.county.entries(check)).filter(({ act }) => act === consult.act)).toHaveLength(1);
        await at.quiet();
      },
    );

    /** As `npm run reconcile -- --repair` does it. */
    async function repaired(): Promise<void> {
      const { differences } = await findDifferences(at.county.client, at.county.dataSource, 300);
      await repair(at.county.gateway(), at.county.dataSource, differences, () => undefined);
    }

    test('a case that was led astray looks at its rows when it is told to, and follows none that seem older than what it was told', async () => {
      const check = await propose(at.county);
      await at.quiet();
      await at.county.stopWorkers();
      const stop = await foreign(() => ({ version: 1, closed: false, stage: 'approved', effects: [] }));
      // One act of one person, sent twice: what was still on its way when the other worker went may be done by ours.
      const once = { ...consult, on: check, submission: randomUUID() };
      expect((await at.county.attempt({ ...once, patienceMs: 2_000 })).kind).not.toBe('done');
      await stop();
      await at.county.startWorkers();
      await wakeCase(at.county.gateway(), check);
      await until(
        () => standingOfRun(at.county.client, check),
        (run) => typeof run === 'object' && run.stage === 'drafting',
      );
      expect(await at.county.attempt(once)).toMatchObject({ kind: 'done' });
    });
  });
}
