import { parse } from 'node:querystring';
import express from 'express';
import fc from 'fast-check';
import request from 'supertest';
import { z } from 'zod';
import { editRows, rowCommand } from '../../api/forms/edit-rows';
import { readForm } from '../../api/forms/read-form';
import { day, departmentCode, fileIds, line, paragraph } from '../../domain/fields';

const schema = z.object({
  title: line(100),
  note: paragraph(500).optional(),
  count: z.int().min(0).max(1000).optional(),
  on: day.optional(),
  agree: z.boolean().optional(),
  excluded: z.boolean().default(true),
  verdict: z.enum(['agree', 'object']).optional(),
  departments: z.array(departmentCode).default([]),
  tags: z.array(line(40)).default([]),
  files: fileIds.default([]),
  scope: z.object({ kinds: z.array(z.enum(['enterprise', 'product'])).default([]) }).optional(),
  conditions: z.array(z.object({ text: line(200), due: day.optional() })).default([]),
  basis: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('minutes'), number: line(80) }),
      z.object({ kind: z.literal('authorisation'), days: z.int() }),
    ])
    .optional(),
});

describe('reading a form', () => {
  it('trims, normalises to NFC and makes nothing of empty answers', () => {
    expect(readForm(schema, { title: '  e\u0301tat  ', note: '   ', count: '', verdict: '' })).toEqual({
      title: '\u00e9tat',
    });
  });

  it('keeps four-byte characters whole and counts lines the same on every system', () => {
    expect(readForm(schema, { title: '㛃䶮𠮷😀', note: 'a\r\nb\rc' })).toEqual({ title: '㛃䶮𠮷😀', note: 'a\nb\nc' });
  });

  it('leaves control characters for the schema to refuse', () => {
    const read = readForm(schema, { title: 'a\u0000b' });
    expect(read.title).toBe('a\u0000b');
    expect(schema.safeParse(read).success).toBe(false);
  });

  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['１２', 12],
    ['1,000', 1000],
    ['-3', -3],
    ['0', 0],
    ['12a', '12a'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['NaN', 'NaN'],
    ['1,00', '1,00'],
    ['9007199254740993', '9007199254740993'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('reads the number %j as %j and never as NaN', (sent, read) => {
    expect(readForm(schema, { title: 'x', count: sent }).count).toBe(read);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['２０２６.3.5', '2026-03-05'],
    ['明天', '明天'],
  ])('reads the day %s as %s', (sent, read) => {
    expect(readForm(schema, { title: 'x', on: sent }).on).toBe(read);
  });

  it('tells ticked, unticked and not asked apart', () => {
    expect(readForm(schema, { agree: ['false', 'on'], excluded: 'false' })).toMatchObject({
      agree: true,
      excluded: false,
    });
    expect(schema.parse({ title: 'x', ...readForm(schema, {}) })).toMatchObject({ excluded: true });
    expect(readForm(schema, { agree: 'true' }).agree).toBe(true);
  });

  it('makes lists of single answers, indexed objects and lines', () => {
    expect(readForm(schema, { departments: 'MARKET' }).departments).toEqual(['MARKET']);
    expect(readForm(schema, { departments: { 2: 'B', 0: 'A', 10: 'C', x: 'no' } }).departments).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(readForm(schema, { tags: '甲\r\n\r\n 乙 \n' }).tags).toEqual(['甲', '乙']);
  });

  it('drops rows without content, unless the form is shown again', () => {
    const body = { conditions: [{ text: '', due: '' }, { text: '补充材料' }] };
    expect(readForm(schema, body).conditions).toEqual([{ text: '补充材料' }]);
    expect(readForm(schema, body, { keepBlankRows: true }).conditions).toEqual([{}, { text: '补充材料' }]);
  });

  it('reads only the chosen branch of a union', () => {
    expect(readForm(schema, { basis: { kind: 'authorisation', days: '5', number: '偷带' } }).basis).toEqual({
      kind: 'authorisation',
      days: 5,
    });
    expect(readForm(schema, { basis: { kind: 'bribe', number: '1' } }).basis).toEqual({ kind: 'bribe' });
  });

  it('lets nothing through that the schema does not name', () => {
    const body = JSON.parse(
      '{"title":"x","_csrf":"1","submissionId":"2","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"y"}',
    ) as object;
    const read = readForm(schema, body);
    expect(Object.keys(read)).toEqual(['title']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('does not take inherited values for answers', () => {
    const inherited = Object.create({ title: 'from a prototype' }) as object;
    expect(readForm(schema, inherited)).toEqual({});
    expect(readForm(z.object({ constructor: line(10).optional(), toString: line(10).optional() }), {})).toEqual({});
  });

  it('reads ten thousand keys and deep nesting quickly and harmlessly', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 5000; level += 1) deep = { a: deep, 0: deep };
    const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`k${key}`, 'v']));
    const rows = Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [String(key), { text: 'v' }]));
    const started = performance.now();
    expect(
      readForm(schema, { ...wide, title: 'x', scope: deep, note: deep, conditions: rows, departments: deep }),
    ).toMatchObject({ title: 'x' });
    // A quadratic reader would need minutes; the bound leaves room for a busy machine.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('agrees with what Express makes of a posted form', async () => {
    const app = express()
      .use(express.urlencoded({ extended: true }))
      .post('/', (asked, answer) => void answer.json(readForm(schema, asked.body)));
    const posted =
      'title=x&conditions[0][text]=a&conditions[1][text]=b&scope[kinds]=product&__proto__[p]=1&constructor[prototype][p]=1&departments=A&departments=B';
    const { body } = await request(app).post('/').type('form').send(posted).expect(200);
    expect(body).toEqual({
      title: 'x',
      conditions: [{ text: 'a' }, { text: 'b' }],
      scope: { kinds: ['product'] },
      departments: ['A', 'B'],
    });
  });

  it('never throws and never yields NaN, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.object({
            key: fc.oneof(fc.constantFrom(...Object.keys(schema.shape), '__proto__', '0', 'kind', 'text'), fc.string()),
          }),
          fc.webQueryParameters().map((query) => ({ ...parse(query) })),
        ),
        (body) => {
          const read = readForm(schema, body);
          expect(JSON.stringify(read) ?? '').not.toContain('null,null,null,NaN');
          expect(Number.isNaN(read.count)).toBe(false);
          schema.safeParse(read);
        },
      ),
    );
  });
});

describe('adding and removing rows without script', () => {
  const values = readForm(schema, { title: 'x', conditions: [{ text: 'a' }, { text: '' }] }, { keepBlankRows: true });
  const press = (sent: unknown) => {
    const command = rowCommand({ _rows: sent });
    return command ? editRows(values, command) : undefined;
  };

  it('adds a row below and keeps everything typed', () => {
    expect(press('add:conditions')).toEqual({ title: 'x', conditions: [{ text: 'a' }, {}, {}] });
  });
  it('makes two rows of a list that was shown as one blank row', () => {
    expect(editRows({ title: 'x' }, { kind: 'add', path: ['conditions'] })).toEqual({
      title: 'x',
      conditions: [{}, {}],
    });
  });
  it('removes the row that was asked for', () => {
    expect(press('remove:conditions:0')).toEqual({ title: 'x', conditions: [{}] });
  });
  it.each(['add:__proto__', 'add:constructor.prototype', 'remove:conditions:99', 'add:title'])(
    'does no harm with %s',
    (sent) => {
      const result = press(sent);
      if (result && !sent.startsWith('add:constructor')) expect(result.title).toBe('x');
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
  it.each([
    undefined,
    '',
    'conditions',
    'drop:conditions',
    ['add:conditions'],
    { add: 1 },
    `add:${'a.'.repeat(5000)}b`,
  ])('takes %j for no command', (sent) => {
    expect(press(sent)).toBeUndefined();
  });
  it('stops at the most rows allowed', () => {
    expect(editRows(values, { kind: 'add', path: ['conditions'] }, 2).conditions).toHaveLength(2);
  });
});
