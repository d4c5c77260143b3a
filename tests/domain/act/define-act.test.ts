import { z } from 'zod';
import { defineAct, isRefused, refuse } from '../../../domain/act';
import type { CaseState } from '../../../domain/process';
import { clock, leadHandler } from '../situations/people';
import { now } from '../situations/play';

const state: CaseState = { id: 'visit/1', number: '1', stage: 'open', since: now.at };
const plain = defineAct<CaseState>()({
  name: 'plain',
  stages: ['open'],
  by: [{ capacity: 'system', as: 'clock' }],
  input: z.object({}),
  decide: (before) => ({ next: before }),
});

test('an act says nothing that its definition did not say', () => {
  expect(plain).toMatchObject({ opens: false, byClock: false, reopens: false });
  expect(plain.stageOf(state, clock)).toBe('open');
  expect(plain.obstacle(state, clock)).toBeUndefined();
  expect(plain.facts(state, {}, clock, now)).toEqual({});
});

test('what the definition says is asked with the state, the input and the person', () => {
  const full = defineAct<CaseState>()({
    name: 'full',
    stages: ['of-SCJG'],
    by: plain.by,
    input: z.object({ id: z.string() }),
    opens: true,
    byClock: true,
    reopens: true,
    stageOf: (_state, actor) => `of-${actor.department}`,
    obstacle: (before) => (before.stage === 'open' ? 'ROUND_OPEN' : undefined),
    facts: (_state, input) => ({ files: { kind: 'attachments' as const, ids: [input.id] } }),
    decide: (_state, _input, _actor, _occasion, facts) => refuse('RESULTS_OPEN', { open: facts.files.length }),
  });
  expect(full).toMatchObject({ opens: true, byClock: true, reopens: true });
  expect(full.stageOf(state, leadHandler)).toBe('of-SCJG');
  expect(full.obstacle(state, clock)).toBe('ROUND_OPEN');
  expect(full.facts(state, { id: 'a' }, clock, now)).toEqual({ files: { kind: 'attachments', ids: ['a'] } });
  expect(full.decide(state, { id: 'a' }, clock, now, { files: [{}] })).toEqual({
    refused: { code: 'RESULTS_OPEN', details: { open: 1 } },
  });
});

test('a refusal and a decision are told apart', () => {
  expect(isRefused(refuse('SCOPE_EMPTY'))).toBe(true);
  expect(refuse('SCOPE_EMPTY')).toEqual({ refused: { code: 'SCOPE_EMPTY', details: {} } });
  expect(isRefused(plain.decide(state, {}, clock, now, {}))).toBe(false);
});
