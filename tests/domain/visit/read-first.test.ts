import { reviewerReadsFirst, secondOfficerReadsFirst } from '../../../domain/visit/read-first';
import { resultCodes } from '../../../domain/visit/record-form';
import type { ResultState } from '../../../domain/visit/state';

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
