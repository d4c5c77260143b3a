import type { FactAnswers } from '../../../domain/facts';
import { objectStatuses } from '../../../domain/registers/object-dictionary';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { resultCodes } from '../../../domain/visit/record-form';
import { contradictsRegister } from '../../../domain/visit/register-state';
import { inspectorA, leadLeader } from '../situations/people';
import { clean, confirmed, entered, noticed, resultOf, trip } from '../situations/visits';

const standing = (status: FactAnswers['objectStatus']['status']) => ({ objectStatus: () => ({ status }) });
const entering = (status: FactAnswers['objectStatus']['status'], more: object = {}) =>
  trip.code(enterResult, noticed, inspectorA, { ...clean, ...more }, standing(status));

test('a result that says another thing of the firm than the register does now asks why', () => {
  expect(entering('active')).toBe('passed');
  for (const status of objectStatuses.filter((one) => one !== 'active')) {
    expect(entering(status)).toBe('REGISTER_CONTRADICTS');
    expect(entering(status, { registerNote: '现场仍在经营，已函告登记机关' })).toBe('passed');
  }
});

describe('the register changes between the entry and the review', () => {
  const waiting = confirmed(entered(noticed));
  const reviewing = (status: FactAnswers['objectStatus']['status'], more: object = {}) =>
    trip.attempt(reviewResult, waiting, leadLeader, { verdict: 'pass', ...more }, standing(status));

  test('a result that passes is affirmed by naming the state that stands now, and no other one', () => {
    expect(resultOf(waiting).code).toBe('1');
    expect(reviewing('deregistered')).toEqual({
      refused: {
        code: 'REGISTER_STATE_UNAFFIRMED',
        details: { field: 'registerRead', status: 'deregistered', code: '1' },
      },
    });
    expect(reviewing('deregistered', { registerRead: 'movedOut' })).toHaveProperty('refused');
    expect(reviewing('deregistered', { registerRead: 'deregistered' })).not.toHaveProperty('refused');
  });

  test('a record of a registry that the register takes back asks, too', () => {
    const struckOff = { ...waiting, results: { ...waiting.results, SCJG: { ...resultOf(waiting), code: '9' } } };
    const pass = (status: FactAnswers['objectStatus']['status']) =>
      trip.code(reviewResult, struckOff, leadLeader, { verdict: 'pass' }, standing(status));
    expect([pass('deregistered'), pass('active'), pass('movedOut')]).toEqual([
      'passed',
      'REGISTER_STATE_UNAFFIRMED',
      'REGISTER_STATE_UNAFFIRMED',
    ]);
  });

  test('nothing is asked where both say the same, where the register knows no such firm, and of what goes back', () => {
    for (const status of ['active', undefined] as const) expect(reviewing(status)).not.toHaveProperty('refused');
    expect(
      trip.code(reviewResult, waiting, leadLeader, { verdict: 'return', reason: '已注销' }, standing('deregistered')),
    ).toBe('passed');
  });
});

test.each([
  ['active', ['9', '10', '11', '12']],
  ['dormant', resultCodes.filter((code) => code !== '6' && code !== '7' && code !== 'F')],
  ['suspended', resultCodes.filter((code) => code !== '6' && code !== '7')],
  ['deregistered', resultCodes.filter((code) => code !== '6' && code !== '9')],
  ['revoked', resultCodes.filter((code) => code !== '6' && code !== '10')],
  ['cancelled', resultCodes.filter((code) => code !== '6' && code !== '11')],
  ['movedOut', resultCodes.filter((code) => code !== '6' && code !== '12')],
  [undefined, []],
] as const)('a firm that is %s in the register', (status, contradicting) => {
  expect(resultCodes.filter((code) => contradictsRegister(code, status))).toEqual(contradicting);
});
