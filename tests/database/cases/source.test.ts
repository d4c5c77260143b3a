import { randomUUID } from 'node:crypto';
import { rules } from '../../../domain/processes';
import { sourceOf } from '../../../services/cases/source-of';
import { openCounty, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 10, inspectors: 10 });
});
afterAll(() => county?.close());

const dashes = `${'a'.repeat(8)}-${'-'.repeat(27)}`;

// A key that the database cannot read would be asked for again and again, and its case would stand still.
test.each([
  randomUUID(),
  dashes,
  'nothing',
  '',
  'effect/1',
  `effect/${'9'.repeat(18)}`,
  `effect/${'9'.repeat(19)}`,
  'calendar/2026-1',
  'calendar/2026-999999999',
  `message/${randomUUID()}/sent`,
  `message/${randomUUID()}/givenUp`,
  `message/${'-'.repeat(36)}/sent`,
  `message/${dashes.slice(0, 36)}/givenUp`,
])('the key %j, for which nothing stands, is a stray and no fault', async (key) => {
  const asked = { place: 'joint-check/320723-2026-L0001', key, takenAt: Date.now() };
  expect(await sourceOf(county.dataSource, { rules, verify: () => true }, asked)).toEqual({ stray: 'SOURCE_UNKNOWN' });
});
