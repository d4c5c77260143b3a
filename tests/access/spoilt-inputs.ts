import type { z } from 'zod';
import { shapeOf } from '../../api/forms/schema-shape';

/** One field of an act spoilt in one way; everything else is left out, which is no excuse for it. */
export interface SpoiltInput {
  /** Where the field is, as issues name it. */
  path: (string | number)[];
  how: string;
  value: unknown;
  /** A person could type it into a form; the others need a program. */
  typed: boolean;
}

const controls: Record<string, string> = {
  NUL: '合规\u0000检查要求说明',
  escape: '合规\u001b[31m检查要求',
};
const wrongTypes: Record<string, unknown> = {
  'a number': 42.5,
  'an object': { a: 1 },
  'a list of lists': [[[]]],
  null: null,
};

/** Every field of an act's input, each spoilt in the ways of its kind. */
export function spoiltInputs(schema: z.core.$ZodType, path: (string | number)[] = []): SpoiltInput[] {
  const shape = shapeOf(schema);
  const at = (how: string, value: unknown, typed = false): SpoiltInput => ({ path, how, value, typed });
  const seen = shape.meta.widget !== 'hidden';
  switch (shape.kind) {
    case 'object':
      return [
        ...(path.length > 0 ? [at('a text', '文字')] : []),
        ...Object.entries(shape.fields).flatMap(([name, field]) => spoiltInputs(field, [...path, name])),
      ];
    case 'list': {
      const inner = shape.element ? spoiltInputs(shape.element, [...path, 0]).filter(({ how }) => how !== 'null') : [];
      return [
        at('a number', 7),
        at('an object', { length: 3 }),
        ...(shape.maximum === undefined
          ? []
          : [
              at(
                'too many',
                Array.from({ length: shape.maximum + 1 }, () => 'x'),
              ),
            ]),
        ...inner,
      ];
    }
    case 'string':
      return [
        ...Object.entries(wrongTypes)
          .filter(([how]) => how !== 'null' || !shape.optional)
          .map(([how, value]) => at(how, value)),
        ...(shape.maximum === undefined ? [] : [at('too long', '长'.repeat(shape.maximum + 1), seen)]),
        ...Object.entries(controls).map(([how, value]) => at(how, value, seen && shape.meta.options === undefined)),
        at('half a character', '合规\ud83d检查要求说明'),
      ];
    case 'number':
      return [at('a text', 'NaN'), at('a huge number', 1e308), at('an object', { valueOf: 1 }), at('a fraction', 1.5)];
    case 'date':
      return [
        at('a text', '明天', seen),
        at('no such day', '2026-02-30', seen),
        at('a number', 20_261_123),
        at('a moment', '2026-11-23T00:00:00Z', seen),
      ];
    case 'choice':
      return [at('no such choice', '__proto__', seen), at('a number', 4711), at('a list', ['x'])];
    case 'boolean':
      return [at('a text', 'vielleicht')];
    default:
      return [at('a number', 7)];
  }
}

/** An input with nothing but the spoilt field in its place. */
export function inputWith({ path, value }: SpoiltInput): Record<string, unknown> {
  return path.reduceRight<unknown>(
    (inner, part) => (typeof part === 'number' ? [inner] : { [part]: inner }),
    value,
  ) as Record<string, unknown>;
}
