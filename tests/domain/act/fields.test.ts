import { remarksOn } from '../../../domain/text/given-remarks';
import fc from 'fast-check';
import { z } from 'zod';
import { day, departmentCode, fileIds, itemCode, line, paragraph, reason } from '../../../domain/fields';
import { processes } from '../../../domain/processes';

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
const oneLine = line(20);
const text = paragraph(20);

describe('text of people', () => {
  test.each(['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\ud800', '\udc00', '\udfff\ud83d'])(
    'never has a control character or half a character (%j)',
    (bad) => {
      for (const schema of [oneLine, text]) {
        expect(takes(schema, `甲${bad}乙`)).toBe(false);
        expect(takes(schema, '甲乙')).toBe(true);
      }
    },
  );

  test.each([
    '\u202e',
    '\u202a',
    '\u2066',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
    '\ufeff',
    '\u200b',
    '\u3164',
    '\u{e0100}',
  ])('is kept without a mark that nobody sees, as a loaded cell is (%j)', (mark) => {
    for (const schema of [oneLine, text]) {
      expect(schema.parse(`甲${mark}乙`)).toBe('甲乙');
      expect(takes(schema, mark)).toBe(false);
    }
  });

  test.each(['\u2028', '\u2029'])('%j is a line break of another program', (mark) => {
    expect(takes(oneLine, `甲${mark}乙`)).toBe(false);
    expect(text.parse(`甲${mark}乙`)).toBe('甲\n乙');
  });

  test.each(['\n', '\r', '\t', '\r\n'])('%j divides lines of a paragraph, never a line', (divider) => {
    expect(takes(text, `甲${divider}乙`)).toBe(true);
    expect(takes(oneLine, `甲${divider}乙`)).toBe(false);
  });

  test('tells at the field what no paper can show: pictures that phones offer', () => {
    for (const said of ['王😀', '整改到位👍', '1\uFE0F\u20E3号摊位']) {
      expect(oneLine.safeParse(said).error?.issues[0]?.message).toBe('pictureSigns');
      expect(text.safeParse(said).success).toBe(false);
    }
    for (const said of ['面积约120㎡，温度26℃，见图①②③', '通道≥1.2m，灭火器№3']) expect(text.parse(said)).toBe(said);
  });

  test('names a character of private use with the one that is meant; who knows none is not held up', () => {
    for (const field of [oneLine, text])
      expect(field.safeParse(' 灌云\ue863记').error?.issues[0]).toMatchObject({
        message: 'privateUse',
        params: { place: 3, codePoint: 'U+E863', proposed: '䶮', proposedCode: 'U+4DAE' },
      });
    expect(oneLine.parse('灌云\ue000记')).toBe('灌云\ue000记');
    expect(remarksOn({ a: ['灌云\ue000记', { b: '甲\u200b乙\u200b' }], c: 1, d: null })).toEqual({
      marks: ['U+200B'],
      unknown: ['U+E000'],
    });
    expect(remarksOn({ a: '䶮甲', b: ['\ue863'] })).toBeUndefined();
  });

  test('keeps characters of four bytes as they are, in names as in reasons', () => {
    for (const name of ['𠮷野家', '𬭚酸厂']) {
      expect(oneLine.parse(name)).toBe(name);
      expect(text.parse(name)).toBe(name);
    }
  });

  test('is trimmed and composed before it is measured', () => {
    expect(oneLine.parse('  甲  ')).toBe('甲');
    expect(oneLine.parse('e\u0301')).toBe('é');
    expect(takes(oneLine, '   ')).toBe(false);
    expect(takes(line(20, 0), '   ')).toBe(true);
    expect(takes(oneLine, ` ${'甲'.repeat(20)} `)).toBe(true);
    expect(takes(oneLine, '甲'.repeat(21))).toBe(false);
    expect(takes(reason, '好')).toBe(false);
    expect(takes(reason, '重复')).toBe(true);
  });

  test('whatever is taken can be written to the database and read back unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('', '\u0000', '\ud800', '\n'),
        (words, more) => {
          const read = text.safeParse(words + more);
          if (!read.success) return;
          expect(Buffer.from(read.data, 'utf8').toString('utf8')).toBe(read.data);
          expect(read.data).not.toContain('\u0000');
          expect(text.parse(read.data)).toBe(read.data);
        },
      ),
    );
  });
});

test.each<[string, z.ZodType, string[], string[]]>([
  ['a day', day, ['2024-02-29', '2026-12-31'], ['2026-02-29', '2026-2-1', '20260201', '2026-02-01T00:00:00Z', '']],
  ['a department', departmentCode, ['SCJG'], ['S', 'scjg', 'SCJG1', 'SCJG\n', 'constructor']],
  ['an item', itemCode, ['SCJG-01', 'XFJY-A2'], ['SCJG', 'SCJG-', '-01', 'SCJG-01 ', 'SCJG-0_1']],
])('%s has its one form', (_name, schema, good, bad) => {
  for (const value of good) expect(takes(schema, value)).toBe(true);
  for (const value of bad) expect(takes(schema, value)).toBe(false);
});

test('files are named by ids, twenty at most', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  expect(
    takes(
      fileIds,
      Array.from({ length: 20 }, () => id),
    ),
  ).toBe(true);
  expect(
    takes(
      fileIds,
      Array.from({ length: 21 }, () => id),
    ),
  ).toBe(false);
  expect(takes(fileIds, ['../../etc/passwd'])).toBe(false);
});

/** The schemas of free text inside a schema, each with its place. */
function texts(schema: unknown, place: string): [string, z.ZodType][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return texts(schema.unwrap(), place);
  if (schema instanceof z.ZodArray) return texts(schema.element, `${place}[]`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => texts(field, `${place}.${name}`));
  return schema instanceof z.ZodString ? [[place, schema]] : [];
}

const free = Object.values(processes)
  .flatMap((process) => process.acts)
  .filter((act) => !act.byClock)
  .flatMap((act) => texts(act.input, act.name));

test('there are texts to look at', () => expect(free.length).toBeGreaterThan(40));

test.each(free)('%s refuses NUL and half characters', (_place, schema) => {
  for (const bad of ['\u0000', '\ud800']) expect(takes(schema, `甲乙丙丁${bad}戊己庚辛`)).toBe(false);
});
