import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { proposeWithholding } from '../../../domain/visit/acts/propose-withholding';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { reviewerReadsFirst, secondOfficerReadsFirst } from '../../../domain/visit/read-first';
import { resultCodes } from '../../../domain/visit/record-form';
import type { ResultState } from '../../../domain/visit/state';
import { inspectorB, leadHandler, leadLeader } from '../situations/people';
import { adverse, confirmed, entered, noticedAlone, reviewedOf, trip } from '../situations/visits';

const result = (more: Partial<ResultState> = {}): ResultState => ({
  stage: 'entered',
  since: '2026-12-01T02:00:00.000Z',
  officers: ['a', 'b'],
  version: 1,
  code: '1',
  completedOn: '2026-12-01',
  enteredBy: 'a',
  publication: 'notYet',
  disposition: 'notYet',
  referrals: 0,
  ...more,
});
const softening = {
  version: 2,
  from: 'A',
  to: '1',
  items: [],
  reason: '复核',
  by: 'x',
  at: '2026-12-02T02:00:00.000Z',
};

test('only a first record that found nothing, with nothing written for the reader, is passed at a glance', () => {
  expect(reviewerReadsFirst(result(), {})).toBe(false);
  const glanced = resultCodes.filter((code) => !reviewerReadsFirst(result({ code }), {}));
  expect(glanced).toEqual(['1']);
  expect(reviewerReadsFirst(result({ code: undefined }), {})).toBe(true);
});

test.each([
  ['a corrected version', result({ version: 2 }), {}],
  ['a problem that became none', result({ softenings: [softening] }), {}],
  ['an early completion', result(), { earlyReason: '当日停业' }],
  ['a note on the register', result(), { registerNote: '已迁址' }],
  ['what a later officer rests on', result(), { restsOn: '笔录' }],
  ['another problem', result(), { otherProblem: '未挂牌' }],
  ['a refused signature', result(), { signatureNote: '见证人在场' }],
])('%s is read before it is answered for, though the code says that nothing was found', (_what, record, form) => {
  expect(reviewerReadsFirst(record, form)).toBe(true);
  expect(secondOfficerReadsFirst(record, form, { inspector: 'b' })).toBe(true);
});

test('the second officer confirms at a glance only what they attended', () => {
  expect(secondOfficerReadsFirst(result(), {}, { inspector: 'b' })).toBe(false);
  expect(secondOfficerReadsFirst(result({ code: 'A' }), {}, { inspector: 'b' })).toBe(true);
  // A substitute was not there, nor was who came into the team after the day.
  const substitute = { officer: 'c', reason: '病假', by: 'x' };
  expect(secondOfficerReadsFirst(result({ substitute }), {}, { inspector: 'c' })).toBe(true);
  const later = result({
    officers: ['a', 'd'],
    replaced: [{ out: 'b', in: 'd', reason: 'leave', at: '2026-12-03T02:00:00.000Z' }],
  });
  expect(secondOfficerReadsFirst(later, {}, { inspector: 'd' })).toBe(true);
  expect(secondOfficerReadsFirst(result({ completedOn: undefined }), {}, { inspector: 'b' })).toBe(true);
  expect(secondOfficerReadsFirst(result(), {}, {})).toBe(true);
});

describe('where the act takes effect', () => {
  const unopened = { opening: () => ({}) };
  const recorded = { recordedForm: () => ({ earlyReason: '当日停业' }) };
  const problem = confirmed(entered(noticedAlone, adverse));
  const withheld = trip.after(proposeWithholding, reviewedOf(noticedAlone), leadHandler, {
    legalBasis: '保守国家秘密法',
    reason: '涉及国家秘密',
  });
  const pass = { verdict: 'pass' };

  test.each([
    ['a review of a problem', reviewResult, problem, leadLeader, pass, {}],
    ['a review of a note to the reader', reviewResult, confirmed(entered(noticedAlone)), leadLeader, pass, recorded],
    ['a confirmation of a problem', confirmResult, entered(noticedAlone, adverse), inspectorB, {}, {}],
    ['a publication of a problem', publishResult, reviewedOf(noticedAlone, adverse), leadHandler, {}, {}],
    ['a consent to withhold', decideWithholding, withheld, leadLeader, { consent: 'confirm' }, {}],
  ])(
    '%s is refused to whoever has not opened it, by whatever way it comes',
    (_what, act, state, actor, input, more) => {
      const asked: unknown[] = [];
      const watched = {
        ...more,
        opening: (question: unknown) => {
          asked.push(question);
          return {};
        },
      };
      expect(trip.code(act, state, actor, input, watched)).toBe('ROW_NOT_OPENED');
      const version = act.replaces?.current(state, actor);
      expect(asked).toEqual([{ kind: 'opening', case: state.id, act: act.name, account: actor.account, version }]);
      expect(trip.code(act, state, actor, input, more)).toBe('passed');
      expect(act.reads).toBe(true);
    },
  );

  test('what is clean, or goes back with a reason, asks for no opening', () => {
    const clean = entered(noticedAlone);
    expect(trip.code(confirmResult, clean, inspectorB, {}, unopened)).toBe('passed');
    expect(trip.code(reviewResult, confirmed(clean), leadLeader, pass, unopened)).toBe('passed');
    expect(trip.code(publishResult, reviewedOf(noticedAlone), leadHandler, {}, unopened)).toBe('passed');
    const back = { verdict: 'return', reason: '请写明年度' };
    expect(trip.code(reviewResult, problem, leadLeader, back, unopened)).toBe('passed');
    const send = { consent: 'sendBack', reason: '依据不足' };
    expect(trip.code(decideWithholding, withheld, leadLeader, send, unopened)).toBe('passed');
  });
});
