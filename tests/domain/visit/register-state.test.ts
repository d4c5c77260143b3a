import type { FactAnswers } from '../../../domain/facts';
import { objectStatuses } from '../../../domain/registers/object-dictionary';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { resultCodes } from '../../../domain/visit/record-form';
import { contradictsRegister } from '../../../domain/visit/register-state';
import { inspectorA } from '../situations/people';
import { clean, noticed, trip } from '../situations/visits';

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

test.each([
  ['active', ['9', '10', '11', '12']],
  ['suspended', resultCodes.filter((code) => code !== '6' && code !== '7')],
  ['deregistered', resultCodes.filter((code) => code !== '6' && code !== '9')],
  ['revoked', resultCodes.filter((code) => code !== '6' && code !== '10')],
  ['cancelled', resultCodes.filter((code) => code !== '6' && code !== '11')],
  ['movedOut', resultCodes.filter((code) => code !== '6' && code !== '12')],
  [undefined, []],
] as const)('a firm that is %s in the register', (status, contradicting) => {
  expect(resultCodes.filter((code) => contradictsRegister(code, status))).toEqual(contradicting);
});
