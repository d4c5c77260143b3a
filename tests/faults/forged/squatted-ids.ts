import { randomUUID } from 'node:crypto';
import type { WorkflowFailedError } from '@temporalio/client';
import { exchangePlatforms } from '../../../domain/exchange/platform';
import { orderPaper } from '../../../engine/order-paper';
import { deliver } from '../../../engine/perform-act';
import { startCase, wakeCase } from '../../../engine/start-case';
import { startRecounting } from '../../../engine/start-recounting';
import { enqueue } from '../../../services/exchange/enqueue';
import { openingPlace } from '../../../services/cases/source-of';
import { resultMessage } from '../../database/exchange/messages';
import { until } from '../../engine/lifecycle/until';
import { propose, schemeFor } from '../../engine/lifecycle/whole-check';
import { consult, type ForgedCounty } from './forged-county';

/** How somebody takes an id of ours so that our workers never come to it. */
interface Squatting {
  taskQueue?: string;
  startDelay?: string;
}

/** Ids of ours under which somebody else has started something. */
export function squattedIds(at: ForgedCounty): void {
  describe('an id of ours that somebody took', () => {
    const squat = async (type: string, workflowId: string, squatting: Squatting) => {
      await at.county.client.workflow.start(type, {
        workflowId,
        taskQueue: squatting.taskQueue ?? at.intruder.queues.cases,
        startDelay: squatting.startDelay,
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      });
      return at.intruder.strays(workflowId);
    };
    const elsewhere = { taskQueue: 'nowhere' };
    const later = { startDelay: '30 days' };
    /** For our workers, but nothing that they know: they come to it again and again, and it never ends. */
    const ofAnotherKind = 'nothingOfOurs';

    test('keeps no platform’s records', async () => {
      const [platform] = exchangePlatforms;
      if (!platform) throw new Error('no platform');
      const place = `exchange/${platform.key}`;
      const counted = await squat('exchange', place, elsewhere);
      const { id } = await at.county.dataSource.transaction((manager) => enqueue(manager, resultMessage(randomUUID())));
      await at.county.wakeExchange(platform.key);
      await until(
        () => at.county.dataSource.query<{ state: string }[]>('SELECT state FROM outbox_message WHERE id = $1', [id]),
        ([message]) => message?.state === 'sent',
      );
      expect(await at.intruder.strays(place)).toBe(counted + 1);
    });

    test.each([elsewhere, later])('keeps no calendar from being counted (%j)', async (how) => {
      await squat('recounting', 'calendar/2026-1', how);
      await at.county.dataSource.query('UPDATE calendar_year SET recounted_version = 0');
      await startRecounting(at.county.gateway(), { year: 2026, version: 1 });
      await until(
        () =>
          at.county.dataSource.query<{ counted: number }[]>(
            'SELECT recounted_version AS counted FROM calendar_year WHERE year = 2026',
          ),
        ([year]) => year?.counted === 1,
      );
    });

    test.each([elsewhere, later])('keeps no paper from being drawn (%j)', async (how) => {
      const key = randomUUID();
      await squat('printing', `paper/${key}`, how);
      await orderPaper(at.county.gateway(), key);
      // There is no such paper: that our worker says so is what shows that it came to it.
      const ended = await at.county.client.workflow
        .getHandle(`paper/${key}`)
        .result()
        .catch((failure: WorkflowFailedError) => String((failure.cause as Error).cause));
      expect(ended).toContain('No workflow of ours asks for this');
    });

    test.each([
      ['officialCase', elsewhere],
      [ofAnotherKind, {}],
    ])('keeps no case from its next act, nor from looking at its rows (%s %j)', async (type, how) => {
      const check = await propose(at.county);
      await at.quiet();
      const once = { ...consult, on: check, submission: randomUUID() };
      await squat(type, check, how);
      expect(await at.county.attempt({ ...once, patienceMs: 1_000 })).toEqual({ kind: 'unreachable' });
      expect(await at.county.attempt(once)).toMatchObject({ kind: 'done' });
      await at.quiet();
      for (const wake of [startCase, wakeCase]) {
        const counted = await squat(type, check, how);
        await wake(at.county.gateway(), check);
        const run = await at.county.client.workflow.getHandle(check).describe();
        expect([run.status.name, run.type, run.taskQueue]).toEqual([
          'RUNNING',
          'officialCase',
          at.intruder.queues.cases,
        ]);
        expect(await at.intruder.strays(check)).toBe(counted + 1);
      }
    });

    test.each([elsewhere, later])('keeps no case from being opened (%j)', async (how) => {
      const actor = await at.county.actor('scjg-handler');
      const scheme = await schemeFor(at.county);
      const gateway = at.county.gateway();
      const kept = await gateway.keepRequest({
        act: 'jointCheck.propose',
        actor,
        input: { scheme },
        submission: randomUUID(),
      });
      await squat('opening', openingPlace(kept.key), how);
      expect(await deliver(gateway, kept, Date.now() + 20_000)).toMatchObject({ kind: 'done' });
    });
  });
}
