import { randomUUID } from 'node:crypto';
import { exchangePlatforms } from '../../../domain/exchange/platform';
import { enqueue } from '../../../services/exchange/enqueue';
import { resultMessage } from '../../database/exchange/messages';
import { checkNumber } from '../../engine/lifecycle/check-number';
import { everyActivity } from '../../engine/lifecycle/done-but-unheard';
import { until } from '../../engine/lifecycle/until';
import { propose } from '../../engine/lifecycle/whole-check';
import type { ForgedCounty } from './forged-county';

/** Workflows and activities that somebody starts past the web. */
export function forgedWorkflows(at: ForgedCounty): void {
  describe('a workflow that somebody starts', () => {
    const withdrawn = async () => {
      const check = await propose(at.county);
      await at.county.act({
        by: 'scjg-leader',
        act: 'jointCheck.withdraw',
        on: check,
        input: { reason: '与年度计划重复' },
      });
      await until(
        () => at.county.client.workflow.getHandle(check).describe(),
        (run) => run.status.name === 'COMPLETED',
      );
      await at.quiet();
      return check;
    };

    test('as a case that there is not ends at once', async () => {
      const nowhere = `joint-check/${checkNumber(9999)}`;
      await at.expectStray(nowhere, () => at.intruder.start('officialCase', nowhere, { stage: 'approved' }), 'ended');
      await at.expectStray(
        'a case\\of mine',
        () => at.intruder.start('officialCase', 'a case\\of mine'),
        'ACTIVITY_ALONE',
      );
      await at.expectStray(`no${nowhere}`, () => at.intruder.start('officialCase', `no\0${nowhere}`), 'ACTIVITY_ALONE');
    });

    test('as a closed case ends at once', async () => {
      const check = await withdrawn();
      const before = await at.intruder.trace();
      expect(await at.intruder.start('officialCase', check)).toBe('ended');
      expect(await at.intruder.start('officialCase', check, { standing: { closed: false } })).toBe('ended');
      expect(await at.intruder.trace()).toEqual(before);
    });

    test('as an opening without a signed request opens nothing', async () => {
      const unknown = `opening/${randomUUID()}`;
      await at.expectStray(unknown, () => at.intruder.start('opening', unknown, { key: randomUUID() }), '"stray"');
      const check = await propose(at.county);
      await at.quiet();
      const key = await at.intruder.signed(await at.asked('jointCheck.consult', check));
      const other = `opening/${key}`;
      await at.expectStray(other, () => at.intruder.start('opening', other, { key }), '"stray"');
      await at.expectStray(unknown, () => at.intruder.start('opening', unknown, { key }), '"stray"');
      const closed = await withdrawn();
      await at.expectStray(closed, () => at.intruder.start('opening', closed, { key }), 'ACTIVITY_ALONE');
      await at.expectStray(unknown, () => at.intruder.start('officialCase', unknown, { key }), 'ACTIVITY_ALONE');
      await at.expectStray('opening/clock', () => at.intruder.start('opening', 'opening/clock'), 'ACTIVITY_ALONE');
    });

    test.each(['calendar/2026-99', 'calendar/1999-1', 'calendar/2026-0', 'calendar/x', 'calendar/2026-1\0'])(
      'as a recounting by a calendar that there is not (%j) counts nothing and marks nothing',
      async (id) => {
        await at.county.dataSource.query('UPDATE calendar_year SET recounted_version = 0');
        const place = id.replaceAll('\0', '');
        await at.expectStray(
          place,
          () => at.intruder.start('recounting', id, { year: 2026, version: 1 }),
          /null|ended|ACTIVITY_ALONE/,
        );
      },
    );

    test('as a printing of a paper that there is not draws nothing', async () => {
      const id = `paper/${randomUUID()}`;
      await at.expectStray(id, () => at.intruder.start('printing', id, { key: 'notice' }), 'SOURCE_UNKNOWN');
      await at.expectStray(
        'printing',
        () => at.intruder.start('printing', 'printing', { key: 'notice' }),
        'ACTIVITY_ALONE',
      );
    });

    test('as the queue of a platform presses it no harder than the platform bears, and there is one of it', async () => {
      const [platform] = exchangePlatforms;
      if (!platform) throw new Error('no platform');
      const keys = Array.from({ length: 40 }, () => randomUUID());
      await at.county.standIn.behave({ mode: 'slow', delayMs: 300 });
      await at.county.dataSource.transaction(async (manager) => {
        for (const key of keys) await enqueue(manager, resultMessage(key));
      });
      const absurd = {
        platform: platform.key,
        taskQueue: 'nowhere',
        pace: { ratePerSecond: 1e6, inFlight: 1000, firstPauseMs: 0, maxPauseMs: 0, deliveryMs: 1 },
        failures: -7,
      };
      for (const id of [`exchange/${platform.key}/2`, 'exchange/nobody', `x/exchange/${platform.key}`])
        await at.expectStray(id, () => at.intruder.start('exchange', id, absurd), 'SOURCE_UNKNOWN');
      expect(await at.intruder.start('exchange', `exchange/${platform.key}`, absurd)).toContain('"sent":40');
      await at.county.standIn.behave({ mode: 'normal' });

      const attempts: { at: Date; ms: number }[] = await at.county.dataSource.query(
        `SELECT a.at, a.duration_ms AS ms FROM outbox_attempt a JOIN outbox_message m ON m.id = a.message_id WHERE m.key = ANY($1) ORDER BY a.at`,
        [keys],
      );
      expect(attempts).toHaveLength(40);
      const starts = attempts.map(({ at }) => at.getTime());
      for (const [place, at] of starts.entries()) {
        const underWay = attempts.filter((one) => one.at.getTime() <= at && one.at.getTime() + one.ms > at + 20);
        expect(underWay.length).toBeLessThanOrEqual(platform.limits.inFlight);
        const later = starts[place + 2 * platform.ratePerSecond];
        if (later !== undefined) expect(later - at).toBeGreaterThan(900);
      }
    });
  });

  describe('an activity that somebody starts alone', () => {
    test('does nothing, whichever it is', async () => {
      const check = await propose(at.county);
      await at.quiet();
      const key = await at.intruder.signed(await at.asked('jointCheck.consult', check));
      const [id = ''] = await at.county.dataSource.transaction(async (manager) => [
        (await enqueue(manager, resultMessage(randomUUID()))).id,
      ]);
      await at.county.dataSource.query(
        `INSERT INTO document (key, kind, case_id, title, state, total, created_at) VALUES ('forged', 'inspection-notice', $1, 'x', 'queued', 1, now())`,
        [check],
      );
      const effects: { id: string }[] = await at.county.dataSource.query('SELECT max(id) AS id FROM case_effect');
      const { cases, documents, exchange } = at.intruder.queues;
      const forged: Record<string, [string, unknown]> = {
        judgeAct: [cases, { key, takenAt: Date.now(), place: check, caseId: check, workflowType: 'officialCase' }],
        standing: [cases, { caseId: check }],
        carryOut: [cases, { effect: effects[0]?.id, caseId: check }],
        startOpened: [cases, { key, place: check }],
        recountTerms: [cases, { year: 2026, version: 1 }],
        issueDocument: [documents, 'forged'],
        takeDueMessages: [exchange, { platform: 'public-credit', limit: 100_000, claim: 'mine', failing: false }],
        deliverMessage: [exchange, { id, attempt: 0, failures: 0, platform: 'public-credit', pace: {} }],
        tellOutcomes: [exchange, { platform: 'public-credit' }],
        countOutstanding: [exchange, { platform: 'public-credit' }],
      };
      expect(Object.keys(forged).sort()).toEqual(everyActivity());
      for (const [type, [queue, input]] of Object.entries(forged))
        await at.expectStray(
          'activity',
          () => at.intruder.alone(type, queue, input),
          /No workflow of ours|ACTIVITY_ALONE/,
        );
      expect((await at.county.entries(check)).map(({ act }) => act)).toEqual(['jointCheck.propose']);
      await at.county.dataSource.query(`DELETE FROM document WHERE key = 'forged'`);
    });
  });
}
