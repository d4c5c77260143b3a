import { cancel } from '../../../domain/draw/acts/cancel';
import { freeze } from '../../../domain/draw/acts/freeze';
import { hold } from '../../../domain/draw/acts/hold';
import { open } from '../../../domain/draw/acts/open';
import { release } from '../../../domain/draw/acts/release';
import { draw } from '../../../domain/draw/process';
import { openDraw } from '../../../domain/draw/state';
import type { FrozenPool } from '../../../domain/facts';
import { approved, conditional } from '../situations/joint-checks';
import {
  clock,
  fire,
  fireHandler,
  lead,
  leadHandler,
  leadLeader,
  officeDirector,
  officeHandler,
  strangeHandler,
  tax,
} from '../situations/people';
import { now, playing } from '../situations/play';
import { frozenPool } from '../situations/world';

const batch = playing(draw);
const ready = openDraw({ check: approved, batch: 1, at: now.at, blocked: false });
const blocked = openDraw({ check: conditional, batch: 1, at: now.at, blocked: true });
const frozen = batch.after(freeze, ready, leadHandler);
const freezing = (pool: Partial<FrozenPool>) =>
  batch.attempt(freeze, ready, leadHandler, {}, { freezePool: () => ({ ...frozenPool, ...pool }) });

test('a draw is blocked while conditions are open; only the clock releases it', () => {
  expect(batch.code(freeze, blocked, leadHandler)).toBe('WRONG_STAGE');
  expect(batch.code(release, blocked, leadHandler)).toBe('NOT_ENTITLED');
  const released = batch.after(release, blocked, clock);
  expect(batch.code(freeze, released, leadHandler)).toBe('passed');
  expect(batch.code(release, released, clock)).toBe('WRONG_STAGE');
});

test('the lead’s handler freezes, once, and the freezing is of this check’s departments', () => {
  expect(frozen).toMatchObject({ stage: 'frozen', pool: { drawSize: 10 }, frozenBy: { account: leadHandler.account } });
  expect(batch.code(freeze, frozen, leadHandler)).toBe('WRONG_STAGE');
  for (const actor of [fireHandler, officeHandler, leadLeader, strangeHandler])
    expect(batch.code(freeze, ready, actor)).toBe('NOT_ENTITLED');
  expect(freeze.prepares?.(ready, now, {}, leadHandler)).toMatchObject({
    kind: 'freezePool',
    batch: ready.number,
    departments: [lead, fire, tax],
  });
});

test('what cannot be drawn is not frozen: infeasible, empty, or nothing to draw', () => {
  expect(freezing({})).toHaveProperty('next');
  expect(freezing({ infeasible: { department: fire, slot: 2 } })).toEqual({
    refused: { code: 'DRAW_INFEASIBLE', details: { department: fire, slot: 2 } },
  });
  expect(freezing({ objects: 0 })).toEqual({
    refused: { code: 'POOL_EMPTY', details: { excluded: { struckOff: 2 } } },
  });
  expect(freezing({ drawSize: 0 })).toEqual({ refused: { code: 'NOTHING_TO_DRAW', details: { objects: 100 } } });
});

test('the office’s handler holds it, once, and is another person than the one who froze', () => {
  const { next, effects } = batch.decision(hold, frozen, officeHandler);
  expect(next).toMatchObject({
    stage: 'drawn',
    prkHash: 'prk',
    resultHash: 'result',
    drawn: 10,
    drawnBy: { account: officeHandler.account },
  });
  expect(effects).toMatchObject([
    { act: 'jointCheck.noteDraw' },
    { kind: 'startVisits' },
    { act: 'jointCheck.noteStart', input: { visits: 10 } },
  ]);
  expect(batch.code(hold, frozen, { ...officeHandler, account: leadHandler.account })).toBe('SAME_PERSON');
  expect(batch.code(hold, next, officeHandler)).toBe('WRONG_STAGE');
  expect(batch.code(hold, ready, officeHandler)).toBe('WRONG_STAGE');
  for (const actor of [leadHandler, officeDirector, clock])
    expect(batch.code(hold, frozen, actor)).toBe('NOT_ENTITLED');
});

test('the result opens after the visits, or at once where the approved check says so', () => {
  const held = batch.after(hold, frozen, officeHandler);
  expect(batch.after(open, held, clock).stage).toBe('opened');
  expect(batch.code(open, held, officeDirector)).toBe('NOT_ENTITLED');
  expect(batch.code(open, frozen, clock)).toBe('WRONG_STAGE');
  const atOnce = batch.after(hold, { ...frozen, scheme: { ...frozen.scheme, openAtOnce: true } }, officeHandler);
  expect(atOnce.stage).toBe('opened');
  expect(batch.code(open, atOnce, clock)).toBe('CASE_CLOSED');
});

test('a draw is cancelled before it was held, never after', () => {
  for (const state of [blocked, ready, frozen]) expect(batch.after(cancel, state, clock).stage).toBe('cancelled');
  expect(batch.code(cancel, batch.after(hold, frozen, officeHandler), clock)).toBe('WRONG_STAGE');
  expect(batch.code(freeze, batch.after(cancel, ready, clock), leadHandler)).toBe('CASE_CLOSED');
});

test('whom it waits for, and who stands how to it', () => {
  expect(draw.waiting(blocked)).toEqual([]);
  expect(draw.waiting(ready)).toMatchObject([{ act: 'draw.freeze', capacity: 'departmentHandler', department: lead }]);
  expect(draw.waiting(frozen)).toMatchObject([{ act: 'draw.hold', capacity: 'officeHandler', department: 'OFFICE' }]);
  expect(draw.waiting(batch.after(hold, frozen, officeHandler))).toEqual([]);
  expect(draw.departments(ready)).toEqual([lead, fire, tax]);
  expect(draw.parent(ready)).toBe(approved.id);
  expect(draw.relations(undefined, officeHandler)).toEqual(['any', 'office']);
  expect(draw.relations(ready, fireHandler)).toEqual(['any', 'participant']);
});

test('what the approval rested on is asked again at the freeze, and the window at the draw', () => {
  const ended = { items: () => [] };
  expect(batch.code(freeze, ready, leadHandler, {}, ended)).toBe('ITEM_NOT_IN_FORCE');
  expect(batch.code(freeze, ready, leadHandler, {}, { departments: () => [] })).toBe('DEPARTMENT_UNKNOWN');
  const over = { ...ready.scheme, windowFrom: '2026-03-01', windowTo: '2026-03-09' };
  expect(batch.code(freeze, { ...ready, scheme: over }, leadHandler)).toBe('WINDOW_PAST');
  expect(batch.code(hold, { ...frozen, scheme: over }, officeHandler)).toBe('WINDOW_PAST');
});
