import fc from 'fast-check';
import {
  composeUscc,
  explainFailedCheck,
  foreignCharacters,
  hasUsccCheck,
  isUsccShape,
  usccCheck,
} from '../../../domain/uscc';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const subject = fc
  .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
  .map((characters) => characters.join(''));

describe('unified social credit code', () => {
  test.each(['91320723MA1A000165', '91320723MA1A000240', '91320723MA1A00032T', '92320723MAYY00018F'])(
    '%s passes',
    (code) => {
      expect(hasUsccCheck(code)).toBe(true);
    },
  );

  test('the early code fails the rule and is known as early', () => {
    expect(hasUsccCheck('91350100M0001TGQXM')).toBe(false);
    expect(explainFailedCheck('91350100M0001TGQXM')).toBe('early');
  });

  test('every composed code passes', () => {
    fc.assert(fc.property(subject, (text) => hasUsccCheck(composeUscc('91', '320723', text))));
    expect(composeUscc('91', '320723', 'MA1A0001')).toBe('91320723MA1A000165');
  });

  test('any single wrong character is noticed', () => {
    fc.assert(
      fc.property(subject, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet), (text, place, character) => {
        const code = composeUscc('92', '320723', text);
        const wrong = code.slice(0, place) + character + code.slice(place + 1);
        return wrong === code || !hasUsccCheck(wrong);
      }),
    );
  });

  test('letters outside the alphabet are named', () => {
    expect(foreignCharacters('91320723OAYY00149E')).toEqual(['O']);
    expect(isUsccShape('91320723OAYY00149E')).toBe(false);
    expect(isUsccShape('91320723MA1A00016')).toBe(false);
    expect(isUsccShape('91320723ma1a000165')).toBe(false);
  });

  test('MA typed as AM is told from another mistake', () => {
    const right = composeUscc('92', '320723', 'MAYY0027');
    expect(explainFailedCheck(right.slice(0, 8) + 'AM' + right.slice(10))).toBe('transposed');
    expect(explainFailedCheck('92320723MAYY00034C')).toBe('wrong');
  });

  test('parts of another shape are refused', () => {
    expect(() => usccCheck('9132')).toThrow(RangeError);
    expect(() => composeUscc('9', '320723', 'MA1A0001')).toThrow(RangeError);
    expect(() => composeUscc('91', '32072X', 'MA1A0001')).toThrow(RangeError);
    expect(() => composeUscc('91', '320723', 'MA1A000O')).toThrow(RangeError);
  });
});
