import { documentNumber, documentNumbers, givenNumber } from '../../../services/numbers/document-numbers';
import { openCounty, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty();
  await county.dataSource.query(`UPDATE department SET document_mark = '灌市监' WHERE code = 'SCJG'`);
});
afterAll(() => county.close());

const ofMarket = (subject: string, on = '2026-11-30') =>
  documentNumber(county.dataSource, { unit: 'SCJG', series: '函', on, subject });

test('each unit numbers its own papers, series and year by themselves, and a paper keeps its number', async () => {
  expect(await ofMarket('a')).toBe('灌市监函〔2026〕1号');
  expect(await ofMarket('b')).toBe('灌市监函〔2026〕2号');
  expect(await ofMarket('a', '2027-01-04')).toBe('灌市监函〔2026〕1号');
  expect(await ofMarket('c', '2027-01-04')).toBe('灌市监函〔2027〕1号');
  expect(
    await documentNumber(county.dataSource, { unit: 'WJW', series: '函', on: '2026-11-30', subject: 'd' }),
  ).toMatch(/函〔2026〕1号$/);
  await county.dataSource.query(`UPDATE department SET document_mark = '灌市监管' WHERE code = 'SCJG'`);
  expect(await givenNumber(county.dataSource, 'b')).toBe('灌市监函〔2026〕2号');
  expect(await ofMarket('e')).toBe('灌市监管函〔2026〕3号');
});

test('a thousand papers and ten at once get numbers without a gap, a twin, or a hyphen', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => `visit-${index}`);
  const register = { unit: 'SCJG', series: '检通' as const, year: 2026 };
  const first = await documentNumbers(county.dataSource, register, many);
  expect(await documentNumbers(county.dataSource, register, many)).toEqual(first);
  const atOnce = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      county.dataSource.transaction((manager) => documentNumbers(manager, register, [`more-${index}`])),
    ),
  );
  const all = [...first.values(), ...atOnce.flatMap((given) => [...given.values()])];
  expect(new Set(all).size).toBe(1010);
  expect(all.map((number) => Number(/〕(\d+)号$/.exec(number)?.[1])).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 1010 }, (_, index) => index + 1),
  );
  for (const number of all) expect(number).not.toContain('-');
});
