import { randomUUID } from 'node:crypto';
import { createActSigner, makeActKeys } from '../../../connectors/act-keys';
import type { ActRequest } from '../../../domain/request';
import { enqueue } from '../../../services/exchange/enqueue';
import { referralMessage } from '../../database/exchange/messages';
import { checkNumber } from '../../engine/lifecycle/check-number';
import { until } from '../../engine/lifecycle/until';
import { approve, draw, propose, stage, visit } from '../../engine/lifecycle/whole-check';
import { consult, type ForgedCounty } from './forged-county';

/** Updates with keys that nobody signed or recorded, or that belong elsewhere. */
export function forgedKeys(at: ForgedCounty): void {
  /** A request that nobody has signed yet. */
  async function request(caseId: string, more: Partial<ActRequest> = {}): Promise<ActRequest> {
    const { act, actor, input, submission } = await at.asked('jointCheck.consult');
    return {
      v: 1,
      key: randomUUID(),
      act,
      actor,
      case: caseId,
      input,
      submission,
      at: new Date().toISOString(),
      ...more,
    };
  }

  describe('an update', () => {
    let check: string;
    let other: string;
    beforeAll(async () => {
      [check, other] = [await propose(at.county), await propose(at.county)];
      await at.quiet();
    });
    const sends = (key: string, on = check) => at.expectStray(on, () => at.intruder.update(on, { key }));

    test('with the key of nothing is a stray', async () => {
      await sends(randomUUID());
      await sends('jointCheck.consult');
    });

    test('with the key of another case’s request is a stray, and the request is still good where it belongs', async () => {
      const key = await at.intruder.signed(await at.asked('jointCheck.consult', other));
      await sends(key);
      expect(await at.intruder.update(other, { key })).toBe('done');
      await at.quiet();
    });

    test.each<[string, (forged: ActRequest) => { keyId: string; signature: string; body?: string; row?: ActRequest }]>([
      ['without a signature', (forged) => ({ ...at.county.signer.sign(forged), signature: '' })],
      [
        'with the signature of another request',
        (forged) => ({ ...at.county.signer.sign({ ...forged, key: randomUUID() }), request: forged }),
      ],
      [
        'with an altered body',
        (forged) => {
          const signed = at.county.signer.sign(forged);
          return { ...signed, body: JSON.stringify({ ...forged, act: 'jointCheck.withdraw' }) };
        },
      ],
      ['with a body that is none', (forged) => ({ ...at.county.signer.sign(forged), body: '{"v":1' })],
      ['signed by another key', (forged) => createActSigner(makeActKeys().privateKey).sign(forged)],
      [
        'signed by another key under the name of ours',
        (forged) => ({
          ...createActSigner(makeActKeys().privateKey).sign(forged),
          keyId: at.county.signer.sign(forged).keyId,
        }),
      ],
      [
        'that is a copy of a signed one under another key',
        (forged) => {
          const signed = at.county.signer.sign(forged);
          return { ...signed, row: { ...forged, key: randomUUID() }, body: JSON.stringify(forged) };
        },
      ],
    ])('with the key of a row %s is a stray', async (_what, forge) => {
      const forged = await request(check);
      const { keyId, signature, body, row } = forge(forged);
      await sends(await at.intruder.write({ request: row ?? forged, keyId, signature }, body));
    });

    test('that is sent again gives the same outcome and does nothing a second time', async () => {
      const third = await propose(at.county);
      const key = await at.intruder.signed(await at.asked('jointCheck.consult', third));
      expect(await at.intruder.update(third, { key })).toBe('done');
      await at.quiet();
      const [before, outcome] = [await at.intruder.trace(), await at.county.outcome({ caseId: third, key })];
      expect(await at.intruder.update(third, { key })).toBe('done');
      expect(await at.county.outcome({ caseId: third, key })).toEqual(outcome);
      expect(await at.intruder.trace()).toEqual(before);
      expect((await at.county.entries(third)).filter(({ act }) => act === 'jointCheck.consult')).toHaveLength(1);
    });

    test('with a signature of six minutes ago is refused, and nothing is recorded', async () => {
      const before = await at.county.entries(check);
      const key = await at.intruder.signed(
        await at.asked('jointCheck.consult', check),
        new Date(Date.now() - 6 * 60_000),
      );
      expect(await at.intruder.update(check, { key })).toBe('refused');
      expect(await at.county.outcome({ caseId: check, key })).toMatchObject({ kind: 'refused', code: 'REQUEST_STALE' });
      expect(await at.county.entries(check)).toEqual(before);
      expect(await at.county.state(check)).toMatchObject({ stage: 'drafting' });
    });

    test.each([
      ['nothing', undefined],
      ['null', null],
      ['a text', 'clock'],
      ['no key', { act: 'jointCheck.consult' }],
      ['a number', { key: 1 }],
      ['a list', { key: [randomUUID()] }],
      ['an empty key', { key: '' }],
      ['a very long one', { key: 'a'.repeat(100_000) }],
      ['another alphabet', { key: "1\0' OR 1=1 --" }],
    ])('of garbage (%s) is not even taken', async (_what, input) => {
      const before = await at.intruder.trace();
      expect(await at.intruder.update(check, input)).toMatch(/INVALID_INPUT|TypeError/);
      expect(await at.intruder.trace()).toEqual(before);
    });

    test.each([
      '0'.repeat(8) + '-'.repeat(28),
      `${randomUUID().slice(0, -1)}-`,
      randomUUID().toUpperCase(),
      'effect/0',
      'effect/007',
      'effect/999999999999999999',
      'effect/9999999999999999999999',
      `message/${'-'.repeat(36)}/sent`,
      `message/${randomUUID()}/sent`,
      `message/${randomUUID()}/parked`,
      'calendar/0000-1',
      'clock/1',
      'version',
    ])('with %s, which is nearly a key, is a stray', async (key) => sends(key));

    test('of another name is answered by nobody', async () => {
      const before = await at.intruder.trace();
      expect(await at.intruder.update(check, { key: randomUUID() }, 'jointCheck.withdraw')).not.toMatch(/done|stray/);
      expect(await at.intruder.trace()).toEqual(before);
    });
  });

  describe('a key of what is recorded', () => {
    let check: string;
    let round: string;
    beforeAll(async () => {
      check = await propose(at.county);
      await at.county.act({ ...consult, on: check });
      round = `consultation/${check.slice('joint-check/'.length)}-Z1`;
      await stage(at.county, round, 'open');
      await at.quiet();
    });

    /** An effect of the check that has the round cancelled. */
    async function telling(state: string): Promise<string> {
      const rows: { id: string }[] = await at.county.dataSource.query(
        `INSERT INTO case_effect (key, case_id, act_id, kind, effect, state, created_at) VALUES ($1, $2, 1, 'tellCase', $3, $4, now()) RETURNING id`,
        [
          randomUUID(),
          check,
          { kind: 'tellCase', id: round, act: 'consultation.cancel', input: {}, submission: randomUUID() },
          state,
        ],
      );
      return rows[0]?.id ?? '';
    }
    const set = (id: string, state: string) =>
      at.county.dataSource.query('UPDATE case_effect SET state = $2 WHERE id = $1', [id, state]);

    test('before the clock’s moment does nothing', async () => {
      await at.expectStray(round, () => at.intruder.update(round, { key: 'clock' }), 'nothing');
      await at.expectStray(check, () => at.intruder.update(check, { key: 'clock' }), 'nothing');
    });

    test.each(['2026-0', '2026-00', '2026-99', '2026-01', '1999-1', '2026--1', '20261-1'])(
      'of a calendar’s version that there is not (%s) is a stray',
      async (version) => at.expectStray(round, () => at.intruder.update(round, { key: `calendar/${version}` })),
    );

    test('of an effect tells when its turn has come, the case that it tells, and not while it is parked', async () => {
      const parked = await telling('parked');
      await at.expectStray(round, () => at.intruder.update(round, { key: `effect/${parked}` }));
      const [first, second] = [await telling('open'), await telling('open')];
      await at.expectStray(round, () => at.intruder.update(round, { key: `effect/${second}` }));
      await set(first, 'parked');
      await at.expectStray(check, () => at.intruder.update(check, { key: `effect/${second}` }));
      expect(await at.intruder.update(round, { key: `effect/${second}` })).toBe('done');
      expect(await at.county.state(round)).toMatchObject({ stage: 'cancelled' });
      await set(second, 'done');
    });
  });

  test('a referral hears of its message’s receipt only when the message has it', async () => {
    const number = checkNumber(700);
    await approve(at.county, number);
    const [visitId = ''] = await draw(at.county, number);
    await visit(at.county, visitId);
    const [referral = ''] = await until(
      async () =>
        (await at.county.dataSource.query<{ id: string }[]>('SELECT id FROM referral ORDER BY id')).map(({ id }) => id),
      (ids) => ids.length > 0,
    );
    const { id } = await at.county.dataSource.transaction((manager) =>
      enqueue(manager, { ...referralMessage(randomUUID()), subjectId: referral }),
    );
    await at.county.dataSource.query(
      `UPDATE outbox_message SET next_attempt_at = now() + interval '1 day' WHERE id = $1 AND state = 'queued'`,
      [id],
    );
    await until(
      () => at.county.dataSource.query<unknown[]>(`SELECT 1 FROM outbox_message WHERE state = 'sending'`),
      (sending) => sending.length === 0,
    );
    await at.quiet();
    for (const told of ['sent', 'givenUp', 'queued', 'parked'])
      await at.expectStray(referral, () => at.intruder.update(referral, { key: `message/${id}/${told}` }));
    await at.expectStray(visitId, () => at.intruder.update(visitId, { key: `message/${id}/sent` }));
    await at.county.dataSource.query(
      `UPDATE outbox_message SET state = 'sent', told_at = now(), receipt = '{"receiptNo":"R1","receivedAt":"2026-11-30T00:00:00.000Z"}' WHERE id = $1`,
      [id],
    );
    expect(await at.intruder.update(referral, { key: `message/${id}/sent` })).not.toBe('stray');
  });
}
