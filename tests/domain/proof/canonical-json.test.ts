import fc from 'fast-check';
import { canonicalJson, CanonicalJsonError, type CanonicalValue } from '../../../domain/proof/canonical-json';

test('keys are sorted by UTF-16 code units, absent members left out, strings escaped as RFC 8785 says', () => {
  const value = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': 7,
    gone: undefined,
  };
  expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  expect(canonicalJson([null, true, false, -0, -7, 9007199254740991, {}, []])).toBe(
    '[null,true,false,0,-7,9007199254740991,{},[]]',
  );
});

test('an own member named __proto__ is written', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2}}') as CanonicalValue)).toBe(
    '{"__proto__":{"a":2,"b":1}}',
  );
  expect(canonicalJson(Object.assign(Object.create(null) as Record<string, number>, { a: 1 }))).toBe('{"a":1}');
});

test.each([
  [1.5, 'not-an-integer'],
  [NaN, 'not-an-integer'],
  [Infinity, 'not-an-integer'],
  [2 ** 53, 'integer-too-large'],
  [-(2 ** 53), 'integer-too-large'],
  ['\ud800', 'lone-surrogate'],
  [{ '\udc00': 1 }, 'lone-surrogate'],
  [[undefined], 'not-json'],
  [undefined, 'not-json'],
  [1n, 'not-json'],
  [new Date(0), 'not-json'],
  [new Map(), 'not-json'],
  [() => 1, 'not-json'],
])('%p is refused as %s', (value, reason) => {
  let found: unknown;
  try {
    canonicalJson(value as CanonicalValue);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(CanonicalJsonError);
  expect((found as CanonicalJsonError).reason).toBe(reason);
});

test('what is written reads back as the same value and is its own canonical form', () => {
  const values = fc.letrec<{ value: CanonicalValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(values, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text) as CanonicalValue)).toBe(text);
      expect(JSON.stringify(sorted(JSON.parse(text)))).toBe(text);
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // JSON.stringify puts keys that look like array indexes first, so such values are left to the known answers.
  return new Proxy(value, {
    ownKeys: (target) => Object.keys(target).sort(),
    get: (target, key) => sorted(Reflect.get(target, key)),
  });
}

test('depth does not exhaust the stack', () => {
  const text = '['.repeat(500_000) + ']'.repeat(500_000);
  expect(canonicalJson(JSON.parse(text) as CanonicalValue) === text).toBe(true);
});
