import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/actor';
import { consultation } from '../../../domain/consultation/process';
import { lapse } from '../../../domain/consultation/acts/lapse';
import { silent, type ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { decideAct } from '../../../services/cases/decide-act';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { clock } from '../../domain/situations/people';
import { playing } from '../../domain/situations/play';
import { Acting } from './acting';
import { schemeOf } from './scheme-of';

let county: OpenCounty;
let acting: Acting;
let handler: Actor;
let serial = 0;
beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
  acting = new Acting(county);
  handler = await acting.as('scjg-handler', 'departmentHandler');
});
afterAll(() => county?.close());

const query = <Row>(text: string, values: unknown[] = []) => county.dataSource.query<Row[]>(text, values);
const setting = (key: string, value: unknown) =>
  query('UPDATE setting SET value = $2 WHERE key = $1', [key, JSON.stringify(value)]);

/** A check that is proposed by the settings of now. */
async function proposed(): Promise<JointCheckState> {
  const input = { scheme: await schemeOf(county.dataSource) };
  const asked = { act: 'jointCheck.propose', actor: handler, input, submission: randomUUID() };
  const decision = await county.dataSource.transaction((manager) => decideAct(manager, acting.world, asked, undefined));
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  serial += 1;
  const number = `320723-2026-L09${String(serial).padStart(2, '0')}`;
  const check = { ...decision.outcome.next, id: `joint-check/${number}`, number } as JointCheckState;
  await acting.put(check);
  return check;
}

/** The round that asks its participants. */
async function roundOf(check: JointCheckState): Promise<ConsultationState> {
  expect(await acting.attempt(handler, 'jointCheck.consult', check.id)).toMatchObject({ kind: 'done' });
  const [row] = await query<{ state: ConsultationState }>('SELECT state FROM official_case WHERE parent_id = $1', [
    check.id,
  ]);
  return row?.state as ConsultationState;
}

const dueOf = ({ due }: ConsultationState) => ('date' in due ? due.date : '');

test('units have as many working days to answer as the setting says on the day of the proposal', async () => {
  const dues: Record<number, string> = {};
  for (const days of [3, 8]) {
    await setting('consultation.workingDays', days);
    const check = await proposed();
    // What it is changed to afterwards counts for later proposals.
    await setting('consultation.workingDays', 20);
    const round = await roundOf(check);
    expect(round.term).toMatchObject({ workingDays: days });
    dues[days] = dueOf(round);
    // The clock counts by that day, and so does whoever waits.
    expect(consultation.next?.(round)?.at.endOf).toBe(dues[days]);
    const waits = await query<{ due: string }>(
      `SELECT DISTINCT to_char(due, 'YYYY-MM-DD') AS due FROM case_waiting WHERE case_id = $1`,
      [round.id],
    );
    expect(waits).toEqual([{ due: dues[days] }]);
  }
  expect(dues[3]).toMatch(/^2026-|^2027-/);
  expect(String(dues[8]) > String(dues[3])).toBe(true);
});

test.each(['agreed', 'leader', 'blocks'] as const)('silence means %s where the setting says so', async (value) => {
  await setting('consultation.workingDays', 5);
  await setting('consultation.silence', value);
  const check = await proposed();
  await setting('consultation.silence', value === 'agreed' ? 'blocks' : 'agreed');
  const round = await roundOf(check);
  const { next, effects = [] } = playing(consultation).decision(lapse, round, clock);
  const units = Object.keys(round.letters);
  expect(units).toHaveLength(2);
  const escalated = units.filter((unit) => next.letters[unit]?.escalated);
  const deemed = effects.filter((effect) => effect.kind === 'tellCase' && effect.act === 'jointCheck.noteAnswer');
  const outcome = { silent: silent(next).length, escalated: escalated.length, deemed: deemed.length };
  expect(outcome).toEqual(
    {
      agreed: { silent: 0, escalated: 0, deemed: 2 },
      leader: { silent: 2, escalated: 2, deemed: 0 },
      blocks: { silent: 2, escalated: 0, deemed: 0 },
    }[value],
  );
});
