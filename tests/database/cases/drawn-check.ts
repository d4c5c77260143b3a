import type { Actor } from '../../../domain/actor';
import { openDraw, type DrawState } from '../../../domain/draw/state';
import type { Scheme } from '../../../domain/joint-check/scheme';
import type { Acting } from './acting';

const since = '2026-11-24T01:00:00.000Z';

/** Puts an approved check of 市场监管局 into the county whose first batch awaits its freeze. */
export async function approvedCheck(acting: Acting, number: string, scheme: Scheme): Promise<DrawState> {
  const check = { id: `joint-check/${number}`, number, lead: 'SCJG', scheme };
  const course = { initiators: ['SCJG'], stage: 'approved', since, answers: {}, toBeAsked: [], conditions: [] };
  await acting.put({ ...check, ...course } as never);
  const draw = openDraw({ check, batch: 1, at: since, blocked: false });
  await acting.put(draw);
  return draw;
}

/** Puts such a check, and has its batch frozen by the lead and drawn by the office. */
export async function drawnCheck(acting: Acting, handler: Actor, number: string, scheme: Scheme): Promise<DrawState> {
  const draw = await approvedCheck(acting, number, scheme);
  const office = await acting.as('office-handler', 'officeHandler');
  expect(await acting.attempt(handler, 'draw.freeze', draw.id)).toMatchObject({ kind: 'done' });
  expect(await acting.attempt(office, 'draw.hold', draw.id)).toMatchObject({ kind: 'done' });
  return draw;
}
