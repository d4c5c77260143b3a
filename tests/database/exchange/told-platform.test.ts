import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { OutboxRequest } from '../../../domain/exchange/message';
import { enqueue } from '../../../services/exchange/enqueue';
import { toldPlatform } from '../../../services/facts/told-platform';
import { spotCheck } from '../../domain/exchange/facts';
import { openDatabase, type OpenDatabase } from './open-database';

let database: OpenDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  dataSource = database.dataSource;
}, 60_000);
afterAll(() => database.close());

let visits = 0;
/** A visit whose result stands so, and a referral of it that is to be sent to the credit system. */
async function referralOf(publication: string): Promise<{ visit: string; referral: string }> {
  const visit = `visit/320723-2026-L0001-C1-J0000${++visits}`;
  await dataSource.query(
    `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version)
     VALUES ($1, 'SCJG', 'joint-check/320723-2026-L0001', '320723-2026-L0001-C1', $2, '{}', 'inspected', 'reviewed', $3, 'none', 1)`,
    [visit, randomUUID(), publication],
  );
  return { visit, referral: await anotherReferral(visit, 'SCJG') };
}

let referrals = 0;
async function anotherReferral(visit: string, department: string): Promise<string> {
  const id = `referral/320723-2026-Y000${++referrals}`;
  await dataSource.query(
    `INSERT INTO referral (id, visit_id, check_id, object_id, department, referral_kind, stage)
     VALUES ($1, $2, 'joint-check/320723-2026-L0001', $3, $4, 'credit', 'approved')`,
    [id, visit, randomUUID(), department],
  );
  return id;
}

async function tell(about: string, state: string, more: Partial<OutboxRequest> = {}): Promise<string> {
  const key = randomUUID();
  const request = {
    platform: 'public-credit',
    key,
    subjectKind: about.split('/')[0] ?? '',
    subjectId: about,
    department: 'SCJG',
    payload: { ...spotCheck },
    ...more,
  };
  const { id } = await dataSource.transaction((manager) => enqueue(manager, request));
  await dataSource.query('UPDATE outbox_message SET state = $2 WHERE id = $1', [id, state]);
  return key;
}
const asked = (referral: string) => toldPlatform(dataSource.manager, { referral, platform: 'public-credit' });

describe('the same fact goes to a platform once: a referral knows', () => {
  test('nothing told yet', async () => {
    const { referral } = await referralOf('published');
    expect(await asked(referral)).toEqual({ reference: undefined, awaited: false });
  });

  test.each(['awaiting', 'withholdingProposed'])('a publication that will tell it: %s', async (publication) => {
    const { referral } = await referralOf(publication);
    expect(await asked(referral)).toMatchObject({ awaited: true });
  });

  test.each(['queued', 'sending', 'sent', 'parked'])('the publication that told it: %s', async (state) => {
    const { visit, referral } = await referralOf('published');
    const key = await tell(visit, state);
    expect(await asked(referral)).toMatchObject({ reference: key });
  });

  test('another referral of the same department about the same visit, and no other department’s', async () => {
    const { visit, referral } = await referralOf('published');
    const [own, foreign] = [await anotherReferral(visit, 'SCJG'), await anotherReferral(visit, 'WJW')];
    await tell(foreign, 'sent', { department: 'WJW' });
    expect(await asked(referral)).toMatchObject({ reference: undefined });
    const key = await tell(own, 'sent');
    expect(await asked(referral)).toMatchObject({ reference: key });
  });

  test('nothing of what was given up or never needed, of another visit, of another platform, or of itself', async () => {
    const [{ visit, referral }, other] = [await referralOf('published'), await referralOf('published')];
    for (const state of ['givenUp', 'notNeeded']) await tell(visit, state);
    await tell(other.visit, 'sent');
    await tell(visit, 'sent', { platform: 'joint-discipline' });
    await tell(referral, 'sent');
    expect(await asked(referral)).toMatchObject({ reference: undefined });
  });

  test('nothing of what was withdrawn there since', async () => {
    const { visit, referral } = await referralOf('published');
    await tell(visit, 'sent');
    await tell(visit, 'sent', { operation: 'd' });
    expect(await asked(referral)).toMatchObject({ reference: undefined });
  });
});
