import type { RefusalCode } from '../../../domain/draw/formula/refusals';
import { canonicalJson, type CanonicalValue } from '../../../domain/proof/canonical-json';
import { exampleBundle } from './example-bundles';
import {
  BOM,
  LATIN,
  bytes,
  first,
  json,
  lines,
  list,
  params,
  refusalOf,
  replace,
  text,
  type Json,
  type Mutation,
} from './spoilt-bundles';

const cases: [string, RefusalCode, Mutation][] = [
  ['params missing', 'file-missing', (b) => b.delete('params.json')],
  ['objects missing', 'file-missing', (b) => b.delete('objects.jsonl')],
  ['inspectors missing', 'file-missing', (b) => b.delete('inspectors.jsonl')],
  ['recusals missing', 'file-missing', (b) => b.delete('recusals.jsonl')],
  ['commitments missing', 'file-missing', (b) => b.delete('commitments.json')],
  ['reveals missing', 'file-missing', (b) => b.delete('reveals.json')],
  ['event missing', 'file-missing', (b) => b.delete('event.txt')],
  ['result missing', 'file-missing', (b) => b.delete('result.json')],

  ...(
    [
      'params.json',
      'objects.jsonl',
      'inspectors.jsonl',
      'recusals.jsonl',
      'commitments.json',
      'reveals.json',
      'event.txt',
      'result.json',
    ] as const
  ).flatMap((name): [string, RefusalCode, Mutation][] => [
    [`BOM in ${name}`, 'bom', bytes(name, (old) => Buffer.concat([BOM, old]))],
    [
      `CR in ${name}`,
      'crlf',
      bytes(name, (old) => Buffer.from(name.endsWith('l') ? old.toString().replaceAll('\n', '\r\n') : `${old}\r\n`)),
    ],
    [
      `invalid UTF-8 in ${name}`,
      'invalid-utf8',
      bytes(name, (old) =>
        name.endsWith('l') ? Buffer.concat([LATIN, Buffer.from('\n'), old]) : Buffer.concat([old, LATIN]),
      ),
    ],
  ]),
  ...(['params.json', 'commitments.json', 'reveals.json', 'result.json'] as const).flatMap(
    (name): [string, RefusalCode, Mutation][] => [
      [`LF at the end of ${name}`, 'non-canonical', text(name, (old) => `${old}\n`)],
      [`blank in ${name}`, 'non-canonical', replace(name, ':', ': ')],
      [`doubled key in ${name}`, 'non-canonical', text(name, (old) => `${old.slice(0, -1)},${lastMember(old)}}`)],
      [`no JSON in ${name}`, 'not-json', replace(name, '{', '[')],
      [`empty ${name}`, 'not-json', text(name, () => '')],
      [`an array in ${name}`, 'wrong-type', text(name, () => '[]')],
      [`null in ${name}`, 'wrong-type', text(name, () => 'null')],
      [`deep nesting in ${name}`, 'wrong-type', text(name, () => '['.repeat(200_000) + ']'.repeat(200_000))],
    ],
  ),
  ...(['objects.jsonl', 'inspectors.jsonl', 'recusals.jsonl'] as const).flatMap(
    (name): [string, RefusalCode, Mutation][] => [
      [`last LF missing in ${name}`, 'final-lf-missing', text(name, (old) => old.slice(0, -1))],
      [`empty line in ${name}`, 'not-json', text(name, (old) => `\n${old}`)],
      [`blank in ${name}`, 'non-canonical', replace(name, ':', ': ')],
      [
        `escaped letter in ${name}`,
        'non-canonical',
        replace(
          name,
          /"g|"SCJG|"3f7f/,
          name === 'objects.jsonl' ? '"\\u0067' : name === 'inspectors.jsonl' ? '"\\u0053CJG' : '"\\u0033f7f',
        ),
      ],
      [
        `lines exchanged in ${name}`,
        'line-unsorted',
        lines(name, ([a, b, ...rest]) => [b as string, a as string, ...rest]),
      ],
      [`additional key in ${name}`, 'key-unknown', replace(name, '{', '{"aa":1,')],
      [`key __proto__ in ${name}`, 'key-unknown', replace(name, '{', '{"__proto__":{},')],
      [`key constructor in ${name}`, 'key-unknown', replace(name, '{', '{"constructor":{},')],
      [`an array in ${name}`, 'wrong-type', text(name, () => '[]\n')],
      [`deep nesting in ${name}`, 'wrong-type', text(name, () => `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`)],
      [`text beyond NFC in ${name}`, 'not-nfc', text(name, (old) => `{"e\u0301":1}\n${old}`)],
      [`text behind the line in ${name}`, 'not-json', replace(name, '}\n', '}}\n')],
      [`a line cut off in ${name}`, 'not-json', replace(name, '}\n', '\n')],
    ],
  ),

  ['unknown version', 'version-unknown', params((p) => (p.version = 'draw/v2'))],
  ['version of another type', 'wrong-type', params((p) => (p.version = 1))],
  ['version missing', 'key-missing', params((p) => delete p.version)],
  ['batch missing', 'key-missing', params((p) => delete p.batch)],
  ['batch empty', 'id-malformed', params((p) => (p.batch = ''))],
  ['batch too long', 'id-malformed', params((p) => (p.batch = 'x'.repeat(65)))],
  ['batch with a line break', 'id-malformed', params((p) => (p.batch = 'x\n'))],
  ['batch with a lone surrogate', 'lone-surrogate', replace('params.json', '320723-2026', '\\ud800')],
  ['an extra with a lone surrogate', 'lone-surrogate', replace('params.json', '"batch"', '"aa":"\\ud800","batch"')],
  [
    'an extra beyond 2^53-1',
    'integer-out-of-range',
    replace('params.json', '"batch"', '"aa":9007199254740992,"batch"'),
  ],
  ['an extra with a fraction', 'wrong-type', replace('params.json', '"batch"', '"aa":1.5,"batch"')],
  ['an extra not in NFC', 'not-nfc', replace('params.json', '"batch"', '"aa":"e\u0301","batch"')],
  ['an extra written as minus zero', 'non-canonical', replace('params.json', '"batch"', '"aa":-0,"batch"')],
  ['parties no list', 'wrong-type', params((p) => (p.parties = 'YJJ'))],
  ['one party', 'parties-too-few', params((p) => (p.parties = ['YJJ']))],
  ['party twice', 'id-duplicate', params((p) => list(p, 'parties').push('YJJ' as unknown as Json))],
  ['party no string', 'wrong-type', params((p) => (p.parties = [1, 2]))],
  ['event no object', 'wrong-type', params((p) => (p.event = 'ssq'))],
  ['event kind unknown', 'event-kind-unknown', params((p) => ((p.event as Json).kind = 'lotto'))],
  ['event kind constructor', 'event-kind-unknown', params((p) => ((p.event as Json).kind = 'constructor'))],
  ['event without notBefore', 'key-missing', params((p) => delete (p.event as Json).notBefore)],
  ['event with an additional key', 'key-unknown', params((p) => ((p.event as Json).more = 1))],
  ['event none with notBefore', 'key-unknown', params((p) => (p.event = { kind: 'none', notBefore: 'x' }))],
  ['event id of six digits', 'event-malformed', params((p) => ((p.event as Json).id = '202613'))],
  ['event notBefore a number', 'wrong-type', params((p) => ((p.event as Json).notBefore = 1))],
  [
    'drand chain in capitals',
    'event-malformed',
    params((p) => (p.event = { kind: 'drand', chain: 'A'.repeat(64), round: 1, notBefore: 'x' })),
  ],
  [
    'drand round zero',
    'event-malformed',
    params((p) => (p.event = { kind: 'drand', chain: 'a'.repeat(64), round: 0, notBefore: 'x' })),
  ],
  [
    'drand named, ssq given',
    'event-differs',
    params((p) => (p.event = { kind: 'drand', chain: 'a'.repeat(64), round: 1, notBefore: 'x' })),
  ],
  ['none named, ssq given', 'event-differs', params((p) => (p.event = { kind: 'none' }))],
  ['another lottery draw', 'event-differs', replace('event.txt', '2026135', '2026134')],
  ['no event where one is named', 'event-differs', text('event.txt', () => '')],
  ['event text without kind', 'event-malformed', text('event.txt', () => 'nothing')],
  ['LF behind the event', 'event-malformed', text('event.txt', (old) => `${old}\n`)],
  ['reds not ascending', 'event-malformed', replace('event.txt', '03.07', '07.03')],
  ['a red twice', 'event-malformed', replace('event.txt', '03.07', '07.07')],
  ['red 00', 'event-malformed', replace('event.txt', '03.07', '00.07')],
  ['red 34', 'event-malformed', replace('event.txt', '.31/', '.34/')],
  ['blue 00', 'event-malformed', replace('event.txt', '/09', '/00')],
  ['blue 17', 'event-malformed', replace('event.txt', '/09', '/17')],
  ['no stratum', 'strata-missing', params((p) => (p.strata = []))],
  ['stratum twice', 'id-duplicate', params((p) => list(p, 'strata').push({ id: 'g1', count: 1 }))],
  ['stratum with ratio and count', 'quota-ambiguous', params((p) => (first(p, 'strata').count = 1))],
  ['stratum with neither', 'quota-ambiguous', params((p) => delete first(p, 'strata').basisPoints)],
  ['ratio -1', 'basis-points-out-of-range', params((p) => (first(p, 'strata').basisPoints = -1))],
  ['ratio 10001', 'basis-points-out-of-range', params((p) => (first(p, 'strata').basisPoints = 10_001))],
  ['ratio as text', 'wrong-type', params((p) => (first(p, 'strata').basisPoints = '200'))],
  ['ratio with a fraction', 'wrong-type', replace('params.json', '"basisPoints":200,', '"basisPoints":2.5,')],
  ['count -1', 'count-out-of-range', replace('params.json', '"count":3', '"count":-1')],
  ['count above 10^9', 'count-out-of-range', replace('params.json', '"count":3', '"count":1000000001')],
  ['stratum with an additional key', 'key-unknown', params((p) => (first(p, 'strata').name = 'x'))],
  ['no department', 'departments-missing', params((p) => (p.departments = []))],
  [
    'department twice',
    'id-duplicate',
    params((p) => list(p, 'departments').push({ id: 'YJJ', officers: 2, qualifications: [] })),
  ],
  ['department with an additional key', 'key-unknown', params((p) => (first(p, 'departments').name = 'x'))],
  ['officers 1', 'officers-out-of-range', params((p) => (first(p, 'departments').officers = 1))],
  ['officers 21', 'officers-out-of-range', params((p) => (first(p, 'departments').officers = 21))],
  [
    'more qualifications than officers',
    'qualifications-exceed-officers',
    params(
      (p) => (
        (first(p, 'departments').officers = 2),
        (first(p, 'departments').qualifications = ['lift', 'boiler', 'food'])
      ),
    ),
  ],
  ['qualification twice', 'id-duplicate', params((p) => (first(p, 'departments').qualifications = ['lift', 'lift']))],
  ['strata of a department empty', 'department-strata-empty', params((p) => (first(p, 'departments').strata = []))],
  ['stratum twice in a department', 'id-duplicate', params((p) => (first(p, 'departments').strata = ['g1', 'g1']))],
  ['stratum of a department unknown', 'stratum-unknown', params((p) => (first(p, 'departments').strata = ['g9']))],
  ['runLength 0', 'run-length-out-of-range', params((p) => (p.runLength = 0))],
  ['runLength 1001', 'run-length-out-of-range', params((p) => (p.runLength = 1001))],
  ['runLength null', 'wrong-type', params((p) => (p.runLength = null))],
  ['secrets of another kind', 'secrets-unknown', params((p) => (p.secrets = 'parties'))],
  ['secrets with a line break', 'secrets-unknown', params((p) => (p.secrets = 'server\n'))],

  ['object of an unknown stratum', 'stratum-unknown', replace('objects.jsonl', '"g3"', '"g9"')],
  ['object without id', 'key-missing', replace('objects.jsonl', /"id":"[^"]+",/, '')],
  ['object without stratum', 'key-missing', replace('objects.jsonl', ',"stratum":"g3"', '')],
  ['object with an empty id', 'id-malformed', replace('objects.jsonl', /"id":"[^"]+"/, '"id":""')],
  ['object with an empty area', 'id-malformed', replace('objects.jsonl', '"320723102"', '""')],
  ['object with a bad area', 'id-malformed', replace('objects.jsonl', '"320723102"', '"320723102 "')],
  ['object with a long id', 'id-malformed', replace('objects.jsonl', /"id":"/, `"id":"0${'0'.repeat(64)}`)],
  [
    'object with keys in another order',
    'non-canonical',
    replace('objects.jsonl', /"area":"320723102",("id":"[^"]+")/, '$1,"area":"320723102"'),
  ],
  ['object with area null', 'wrong-type', replace('objects.jsonl', '"320723102"', 'null')],
  ['object id a lone surrogate', 'lone-surrogate', replace('objects.jsonl', '"320723102"', '"\\udc00"')],
  ['object twice', 'id-duplicate', lines('objects.jsonl', ([a, ...rest]) => [a as string, a as string, ...rest])],
  [
    'objects with one id',
    'id-duplicate',
    lines('objects.jsonl', ([a, ...rest]) => [a as string, (a as string).replace('g3', 'g4'), ...rest]),
  ],
  ...([['0'], ['1'], ['-2'], ['1001'], ['10000000000000000']] as const).map(
    ([weight]): [string, RefusalCode, Mutation] => [
      `weight ${weight}`,
      'weight-out-of-range',
      replace('objects.jsonl', '"weight":3', `"weight":${weight}`),
    ],
  ),
  ['weight 2.5', 'wrong-type', replace('objects.jsonl', '"weight":3', '"weight":2.5')],
  ['weight as text', 'wrong-type', replace('objects.jsonl', '"weight":3', '"weight":"3"')],
  ['weight with a leading zero', 'not-json', replace('objects.jsonl', '"weight":3', '"weight":03')],
  ['weight as 3e0', 'non-canonical', replace('objects.jsonl', '"weight":3', '"weight":3e0')],
  [
    'weights above 10^8 in all',
    'weights-exceed-total',
    text('objects.jsonl', () =>
      Array.from(
        { length: 100_001 },
        (_, i) => `{"id":"${String(i).padStart(6, '0')}","stratum":"g1","weight":1000}\n`,
      ).join(''),
    ),
  ],

  ['inspector of an unknown department', 'department-unknown', replace('inspectors.jsonl', '"SCJG"', '"AAAA"')],
  [
    'inspector twice in two departments',
    'id-duplicate',
    lines('inspectors.jsonl', (rows) =>
      rows
        .map((row, i) =>
          i === rows.length - 1
            ? row.replace(/"id":"[^"]+"/, (rows[0] as string).match(/"id":"[^"]+"/)?.[0] ?? '')
            : row,
        )
        .sort(),
    ),
  ],
  [
    'inspector line twice',
    'id-duplicate',
    lines('inspectors.jsonl', ([a, ...rest]) => [a as string, a as string, ...rest]),
  ],
  ['departments unsorted', 'line-unsorted', lines('inspectors.jsonl', (rows) => [...rows].reverse())],
  ['inspector without qualifications', 'key-missing', replace('inspectors.jsonl', /,"qualifications":\[[^\]]*\]/, '')],
  ['inspector with an empty department', 'id-malformed', replace('inspectors.jsonl', '"SCJG"', '""')],
  ['inspector with an empty id', 'id-malformed', replace('inspectors.jsonl', /"id":"[^"]+"/, '"id":""')],
  ['qualification empty', 'id-malformed', replace('inspectors.jsonl', '"boiler"', '""')],
  [
    'qualification twice at an inspector',
    'id-duplicate',
    replace('inspectors.jsonl', '"boiler","food"', '"food","food"'),
  ],
  ['qualification a number', 'wrong-type', replace('inspectors.jsonl', '"boiler"', '1')],
  ['qualifications an object', 'wrong-type', replace('inspectors.jsonl', /\[[^\]]*\]/, '{}')],

  ['recusal of an unknown object', 'object-unknown', replace('recusals.jsonl', /"object":"[^"]+"/, '"object":"0"')],
  [
    'recusal of an unknown inspector',
    'inspector-unknown',
    replace('recusals.jsonl', /"inspector":"[^"]+"/, '"inspector":"0"'),
  ],
  ['recusal twice', 'line-doubled', lines('recusals.jsonl', ([a, ...rest]) => [a as string, a as string, ...rest])],
  ['recusal without object', 'key-missing', replace('recusals.jsonl', /,"object":"[^"]+"/, '')],
  ['recusal of an empty inspector', 'id-malformed', replace('recusals.jsonl', /"inspector":"[^"]+"/, '"inspector":""')],
  ['recusal of an empty object', 'id-malformed', replace('recusals.jsonl', /"object":"[^"]+"/, '"object":""')],
  [
    'a drawn object that cannot be filled',
    'infeasible',
    (bundle) => {
      lines('inspectors.jsonl', (rows) => rows.filter((row) => !row.includes('YJJ')))(bundle);
      bundle.set('recusals.jsonl', new Uint8Array());
    },
  ],

  ['commitment of an unknown party', 'party-unknown', json('commitments.json', (c) => (c.NOBODY = 'a'.repeat(64)))],
  ['commitment of __proto__', 'party-unknown', text('commitments.json', (old) => old.replace('"YJJ"', '"__proto__"'))],
  ['commitment missing', 'parties-differ', json('commitments.json', (c) => delete c.YJJ)],
  ['commitment too short', 'commitment-malformed', json('commitments.json', (c) => (c.YJJ = 'ab'))],
  ['commitment a number', 'wrong-type', json('commitments.json', (c) => (c.YJJ = 1))],
  ['another commitment', 'commitment-not-opened', json('commitments.json', (c) => (c.YJJ = '0'.repeat(64)))],
  ['secret of an unknown party', 'party-unknown', json('reveals.json', (r) => (r.NOBODY = 'a'.repeat(64)))],
  ['secret missing', 'parties-differ', json('reveals.json', (r) => delete r.YJJ)],
  ['secret of 31 bytes', 'secret-malformed', json('reveals.json', (r) => (r.YJJ = (r.YJJ as string).slice(2)))],
  ['secret in capitals', 'secret-malformed', json('reveals.json', (r) => (r.YJJ = (r.YJJ as string).toUpperCase()))],
  ['secret with a line break', 'secret-malformed', json('reveals.json', (r) => (r.YJJ = `${r.YJJ as string}\n`))],
  ['another secret', 'commitment-not-opened', json('reveals.json', (r) => (r.YJJ = '0'.repeat(64)))],
  ['secrets exchanged', 'commitment-not-opened', json('reveals.json', (r) => ([r.YJJ, r.SCJG] = [r.SCJG, r.YJJ]))],

  ['result of an unknown version', 'version-unknown', json('result.json', (r) => (r.version = 'draw/v2'))],
  ['result with an additional key', 'key-unknown', json('result.json', (r) => (r.more = 1))],
  ['result without cutoffs', 'key-missing', json('result.json', (r) => delete r.cutoffs)],
  [
    'result with a hash in capitals',
    'wrong-type',
    json('result.json', (r) => (r.prkHash = (r.prkHash as string).toUpperCase())),
  ],
  ['another prkHash', 'result-differs', json('result.json', (r) => (r.prkHash = '0'.repeat(64)))],
  ['another cutoff', 'result-differs', json('result.json', (r) => ((r.cutoffs as Json).g1 = '0'.repeat(64)))],
  ['a cutoff with a number', 'wrong-type', json('result.json', (r) => ((r.cutoffs as Json).g1 = 1))],
  ['a cutoff more', 'result-differs', json('result.json', (r) => ((r.cutoffs as Json).g9 = '0'.repeat(64)))],
  ['an object less', 'result-differs', json('result.json', (r) => list(r, 'objects').pop())],
  ['an object more', 'result-differs', json('result.json', (r) => list(r, 'objects').push(first(r, 'objects')))],
  ['objects exchanged', 'result-differs', json('result.json', (r) => list(r, 'objects').reverse())],
  ['an assignment less', 'result-differs', json('result.json', (r) => list(r, 'assignments').pop())],
  [
    'an assignment more',
    'result-differs',
    json('result.json', (r) => list(r, 'assignments').push(first(r, 'assignments'))),
  ],
  [
    'team in another order',
    'result-differs',
    json('result.json', (r) => (first(r, 'assignments').inspectors as string[]).reverse()),
  ],
  ['team with a bad id', 'id-malformed', json('result.json', (r) => (first(r, 'assignments').inspectors = ['']))],
];

function lastMember(old: string): string {
  const value = JSON.parse(old) as Json;
  const key = Object.keys(value).sort().at(-1) as string;
  return `${JSON.stringify(key)}:${canonicalJson(value[key] as CanonicalValue)}`;
}

test.each(cases)('%s is refused as %s', (_title, code, mutate) => {
  const bundle = exampleBundle('10');
  mutate(bundle);
  expect(refusalOf(bundle).code).toBe(code);
});
