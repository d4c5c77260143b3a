import { codeDoubts } from '../../../domain/code-doubts';
import { textDistance } from '../../../domain/text-distance';

test.each([
  ['91320723MA1A000165', {}],
  ['９１３２０７２３ｍａ１ａ０００１６５', {}],
  ['9132 0723 MA1A 0001 65', {}],
  ['9132072MA1A000165', { length: 17 }],
  ['91320723MA1A0001655', { length: 19 }],
  ['91320723MAIA00016S', { letters: ['I', 'S'] }],
  ['91320723MA1A000156', { check: true }],
  ['320723600012345', {}],
])('of “%s” is said %j', (text, doubts) => {
  const { code, ...said } = codeDoubts(text) ?? { code: '' };
  expect(code).not.toBe('');
  expect(said).toEqual(doubts);
});

test.each(['星海超市', 'ABCDEFGHIJKLMNOP', '12345', '', '灌云 91320723MA1A000165'])('“%s” is no code', (text) => {
  expect(codeDoubts(text)).toBeUndefined();
});

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['91AM', '91MA', 1],
  ['9132', '9312', 1],
  ['abc', 'abd', 1],
  ['abc', 'ab', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %i slips apart, both ways', (one, other, slips) => {
  expect(textDistance(one, other)).toBe(slips);
  expect(textDistance(other, one)).toBe(slips);
});
