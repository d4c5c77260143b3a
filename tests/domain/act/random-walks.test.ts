import fc from 'fast-check';
import { isRefused, type Act } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import { openRound } from '../../../domain/consultation/state';
import { openDraw } from '../../../domain/draw/state';
import { participantsOf, standingObjections, type JointCheckState } from '../../../domain/joint-check/state';
import { obstacleTo } from '../../../domain/permissions/entitlement';
import type { CaseStates } from '../../../domain/case-states';
import type { CaseKind, CaseState, Process } from '../../../domain/process';
import { processes } from '../../../domain/processes';
import { openReferral, referralKinds, type ReferralState } from '../../../domain/referral/state';
import {
  dispositionTracks,
  hasEnded,
  publicationTracks,
  resultStages,
  type VisitState,
} from '../../../domain/visit/state';
import { conditional, drafted, objected, submitted } from '../situations/joint-checks';
import { inputsFor } from '../situations/inputs';
import { everybody, fire, lead, leadHandler, tax } from '../situations/people';
import { now, playing } from '../situations/play';
import { noticedAlone, opened, openedAlone } from '../situations/visits';
import { frozenPool, type World } from '../situations/world';

interface Step {
  /** Somebody tries anything at all, not only what is open to them. */
  wild: boolean;
  choice: number;
  input: number;
  nonsense: unknown;
  world: number;
}

const steps = fc.array(
  fc.record<Step>({
    wild: fc.nat(5).map((one) => one === 0),
    choice: fc.nat(),
    input: fc.nat(),
    nonsense: fc.oneof({ weight: 14, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.anything() }),
    world: fc.nat(),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
);

const worlds: Partial<World>[] = [
  ...Array.from({ length: 16 }, () => ({})),
  { dueDay: () => ({ pendingYear: 2027 }) },
  ...['2026-03-18', '2026-04-08'].map((date) => ({ dueDay: () => ({ date }) })),
  {
    departments: () => [],
    items: () => [],
    attachments: () => [],
    checkItems: () => [],
    receiver: () => ({ known: false, handlers: 0 }),
  },
  {
    scopeCount: () => ({ total: 0, byRiskClass: {} }),
    certifiedOfficer: () => ({ eligible: false }),
    freezePool: () => ({ ...frozenPool, objects: 0 }),
  },
  { checkCounts: () => ({ visits: 1, visited: 0, results: 2, awaitingPublication: 2 }) },
];

const round = {
  check: drafted,
  round: 1,
  departments: [fire, tax],
  due: { date: '2026-03-17' },
  term: { from: '2026-03-10', workingDays: 5 },
  at: now.at,
};
/** Acts that end a case at once; a walk that takes them as often as the others never gets far. */
const endings = [
  'jointCheck.withdraw',
  'jointCheck.terminate',
  'consultation.cancel',
  'draw.cancel',
  'visit.cancel',
  'visit.noteRelease',
  'referral.giveUp',
];

const beginnings: { [K in CaseKind]: CaseStates[K][] } = {
  'joint-check': [drafted, objected, submitted, conditional],
  consultation: (['agreed', 'leader', 'blocks'] as const).map((silence) => openRound({ ...round, silence })),
  draw: [
    openDraw({ check: conditional, batch: 1, at: now.at, blocked: true }),
    openDraw({
      check: { ...conditional, scheme: { ...conditional.scheme, openAtOnce: true } },
      batch: 1,
      at: now.at,
      blocked: false,
    }),
  ],
  visit: [opened, openedAlone, noticedAlone],
  referral: referralKinds.map((kind) => openReferral({ visit: opened, department: lead, kind, serial: 1, at: now.at })),
};

function invariants(process: Process, state: CaseState): void {
  expect(process.stages).toContain(state.stage);
  expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(structuredClone(state))));
  for (const waiting of process.waiting(state)) {
    expect(process.acts.map((act) => act.name)).toContain(waiting.act);
    expect(process.departments(state).concat('OFFICE')).toContain(waiting.department);
  }
  if (process.closedStages.includes(state.stage)) expect(process.waiting(state)).toEqual([]);
  if (process.kind === 'joint-check') ofCheck(state as JointCheckState);
  if (process.kind === 'visit') ofVisit(state as VisitState);
  if (process.kind === 'referral' && !['draft', 'givenUp'].includes(state.stage))
    expect((state as ReferralState).attempt).toBeGreaterThan(0);
}

function ofCheck(state: JointCheckState): void {
  if (!['approved', 'drawn', 'underway', 'completed'].includes(state.stage)) return;
  expect(standingObjections(state)).toEqual([]);
  expect(participantsOf(state).every((department) => state.answers[department])).toBe(true);
  expect(state.decision?.basis).toBeDefined();
  expect(state.decision?.by).not.toBe(state.decision?.decidedBy);
}

function ofVisit(state: VisitState): void {
  const results = Object.values(state.results);
  if (state.stage !== 'cancelled') expect(state.stage === 'closed').toBe(results.every(hasEnded));
  for (const result of results) {
    expect(resultStages).toContain(result.stage);
    expect(publicationTracks).toContain(result.publication);
    expect(dispositionTracks).toContain(result.disposition);
    if (result.stage === 'confirmed' || result.stage === 'reviewed') {
      expect(result.confirmedBy).toBeDefined();
      expect(result.confirmedBy).not.toBe(result.enteredBy);
    }
    if (result.publication === 'published') expect(result.publishedVersion).toBeGreaterThan(0);
  }
}

type Move = { act: Act; actor: Actor };

describe.each(Object.values(processes).map((process): [CaseKind, Process] => [process.kind, process]))(
  '%s',
  (kind, process) => {
    const everyMove: Move[] = process.acts.flatMap((act) => everybody.map((actor) => ({ act, actor })));
    const seen = { stages: new Set<string>(), acts: new Set<string>(), refusals: new Set<string>() };

    function moveOf(state: CaseState, step: Step): Move {
      const open = everyMove.filter(({ act, actor }) => !obstacleTo(process, act, state, actor));
      const onward = step.world % 16 === 0 ? open : open.filter(({ act }) => !endings.includes(act.name));
      const acts = [...new Set(onward.map((move) => move.act))];
      const chosen = acts[step.choice % acts.length];
      const moves = step.wild || !chosen ? everyMove : onward.filter((move) => move.act === chosen);
      const move = moves[Math.floor(step.choice / (acts.length || 1)) % moves.length];
      if (!move) throw new Error('There are no moves at all.');
      return move;
    }

    function walk(start: CaseState, path: readonly Step[]): void {
      let state = start;
      for (const step of path) {
        const { act, actor } = moveOf(state, step);
        const inputs = inputsFor(act.name, state, actor.department);
        const input = step.nonsense ?? inputs[step.input % inputs.length];
        const before = state;
        const outcome = playing(process).attempt(act, before, actor, input, worlds[step.world % worlds.length]);
        if (isRefused(outcome)) {
          expect(outcome.refused.code).toMatch(/^[A-Z_]+[A-Z0-9]*$/);
          seen.refusals.add(outcome.refused.code);
          continue;
        }
        if (process.closedStages.includes(before.stage))
          expect(act.reopens || act.stages.includes(before.stage)).toBe(true);
        state = outcome.next;
        expect([state.id, state.number]).toEqual([before.id, before.number]);
        invariants(process, state);
        seen.stages.add(state.stage);
        seen.acts.add(act.name);
      }
    }

    test('whoever does whatever in whatever order: no throw, no foreign stage, no act on what is closed', () => {
      fc.assert(
        fc.property(fc.constantFrom<CaseState[]>(...beginnings[kind]), steps, (start, path) => walk(start, path)),
        { numRuns: 150, seed: 20260310 },
      );
    });

    test('and the walks went everywhere', () => {
      const openings: string[] = beginnings[kind].map((state) => state.stage);
      expect([...process.stages].filter((stage) => !seen.stages.has(stage) && !openings.includes(stage))).toEqual([]);
      expect(process.acts.filter((act) => !act.opens && !seen.acts.has(act.name)).map((act) => act.name)).toEqual([]);
      expect([...seen.refusals]).toEqual(expect.arrayContaining(['NOT_ENTITLED', 'INVALID_INPUT', 'CASE_CLOSED']));
    });
  },
);

test('an unknown case takes no act but the one that opens it', () => {
  for (const process of Object.values(processes)) {
    for (const act of process.acts.filter((candidate) => !candidate.opens)) {
      for (const actor of everybody)
        expect(['NOT_ENTITLED', 'CASE_UNKNOWN']).toContain(obstacleTo(process, act, undefined, actor));
    }
  }
  const rightful = processes['joint-check'].acts.filter(
    (act) => !obstacleTo(processes['joint-check'], act, undefined, leadHandler),
  );
  expect(rightful.map((act) => act.name)).toEqual(['jointCheck.propose']);
});
