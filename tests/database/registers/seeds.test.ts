import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { readCountyWords } from '../../../db/seeds/county-words';
import { demonstrationPassword, seedDemonstration } from '../../../db/seeds/demonstration';
import { demonstrationCounty } from '../../../db/seeds/demonstration-county';
import { randomSource } from '../../../db/seeds/random-source';
import { seedReference } from '../../../db/seeds/reference';
import { hasUsccCheck } from '../../../domain/uscc';
import { hashPassword, passwordFits } from '../../../services/people/password';
import { dataFolder, now, openCounty, seed, type OpenCounty } from './open-county';

const options = { folder: dataFolder, seed, production: false, at: now, hashPassword };
let county: OpenCounty;
const rows = async <T>(sql: string): Promise<T[]> => county.dataSource.query(sql) as Promise<T[]>;
const count = async (sql: string): Promise<number> =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? -1;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

test('reference data is whole, and loading it again changes nothing', async () => {
  expect(await seedReference(county.dataSource, dataFolder, now)).toBeUndefined();
  expect(await count('department')).toBe(23);
  expect(await count('department WHERE inspects')).toBe(15);
  expect(await count('department WHERE member')).toBe(16);
  expect(await count('division')).toBe(358);
  expect(await count('industry')).toBe(1971);
  expect(await count('check_item')).toBe(227);
  expect(await count('joint_item')).toBe(106);
  expect(await rows('SELECT year FROM calendar_year ORDER BY year')).toEqual([
    { year: 2024 },
    { year: 2025 },
    { year: 2026 },
  ]);
  expect(await count(`check_item_version v LEFT JOIN check_item i ON i.code = v.item_code WHERE i.code IS NULL`)).toBe(
    0,
  );
  expect(
    await count(`check_item i LEFT JOIN department d ON d.code = i.department WHERE d.code IS NULL OR NOT d.inspects`),
  ).toBe(0);
  expect(
    await count(
      `joint_item j, unnest(initiating_codes || participating_codes) named LEFT JOIN department d ON d.code = named WHERE d.code IS NULL`,
    ),
  ).toBe(0);
});

describe('the demonstration county', () => {
  beforeAll(async () => {
    const statements = jest.spyOn(Client.prototype, 'query');
    const loaded = await seedDemonstration(county.dataSource, options);
    // Rows go in by the thousand: a county that is loaded row by row keeps a first start waiting.
    expect(statements.mock.calls.length).toBeLessThan(100);
    statements.mockRestore();
    expect(loaded).toMatchObject({ check_object: 10_000, inspector: 300 });
  });

  test('is loaded once', async () => {
    expect(await seedDemonstration(county.dataSource, options)).toBeUndefined();
  });

  test('is refused in production', async () => {
    await expect(seedDemonstration(county.dataSource, { ...options, production: true })).rejects.toThrow(
      'refused in production',
    );
  });

  test('has valid codes, known industries and towns, and every firm an identity', async () => {
    const objects = await rows<{
      uscc: string | null;
      registration_no: string | null;
      tags: string[];
      responsible_departments: string[];
    }>('SELECT * FROM check_object');
    expect(objects.filter((object) => object.uscc !== null && !hasUsccCheck(object.uscc))).toEqual([]);
    expect(objects.filter((object) => object.uscc === null && object.registration_no === null)).toEqual([]);
    expect(new Set(objects.map((object) => object.uscc ?? object.registration_no)).size).toBe(10_000);
    expect(objects.every((object) => Array.isArray(object.tags) && object.responsible_departments.length > 0)).toBe(
      true,
    );
    expect(
      await count(
        'check_object o LEFT JOIN industry i ON i.code = o.industry LEFT JOIN division d ON d.short_code = o.division WHERE i.code IS NULL OR d.code IS NULL',
      ),
    ).toBe(0);
    expect(
      await count(
        'check_object o, unnest(o.responsible_departments) named LEFT JOIN department d ON d.code = named WHERE d.code IS NULL',
      ),
    ).toBe(0);
    const classes = await rows<{ risk_class: string; n: number }>(
      'SELECT risk_class, count(*)::int AS n FROM check_object GROUP BY 1 ORDER BY 1',
    );
    expect(classes.map((row) => row.risk_class)).toEqual(['A', 'B', 'C', 'D']);
    expect(classes.every((row) => row.n > 300)).toBe(true);
  });

  test('every inspecting department can send two officers with any of its qualifications; some officers cannot be sent', async () => {
    const ready = `duty_status = 'onDuty' AND EXISTS (SELECT 1 FROM jsonb_to_recordset(certificates) AS c("expiresOn" date) WHERE c."expiresOn" >= '2027-05-31')`;
    const short = await rows(
      `SELECT d.code FROM department d LEFT JOIN inspector i ON i.department = d.code AND ${ready} WHERE d.inspects GROUP BY 1 HAVING count(i.id) < 8`,
    );
    expect(short).toEqual([]);
    expect(
      await count(`inspector WHERE duty_status = 'onDuty' AND certificates->0->>'expiresOn' < '2026-11-24'`),
    ).toBeGreaterThan(5);
    expect(await count(`inspector WHERE duty_status <> 'onDuty'`)).toBeGreaterThan(5);
    expect(await count('recusal')).toBeGreaterThan(50);
  });

  test('has an account for every role, each opened by the one word', async () => {
    const accounts = await rows<{
      username: string;
      password_hash: string;
      capacities: string[];
      inspector_id: string | null;
      must_change_password: boolean;
    }>('SELECT * FROM account');
    const names = new Set(accounts.map((account) => account.username));
    const fixed = ['office-handler', 'office-director', 'supervisor', 'system-admin', 'security-admin', 'audit-admin'];
    const units = readCountyWords(dataFolder).departments.filter(({ code }) => !['GZFB', 'XZSP'].includes(code));
    const ofUnits = units.flatMap(({ code }) =>
      ['handler', 'leader', 'liaison', 'inspector-1', 'inspector-2', 'inspector-3', 'inspector-4'].map(
        (role) => `${code.toLowerCase()}-${role}`,
      ),
    );
    expect([...fixed, ...ofUnits].filter((name) => !names.has(name))).toEqual([]);
    expect(accounts.every((account) => !account.must_change_password && account.capacities.length === 1)).toBe(true);
    expect(
      accounts.filter((account) => account.capacities[0] === 'inspector' && account.inspector_id === null),
    ).toEqual([]);
    expect(new Set(accounts.map((account) => account.password_hash)).size).toBe(1);
    expect(await passwordFits(demonstrationPassword(seed), accounts[0]?.password_hash ?? '')).toBe(true);
  });

  test('the same seed gives the same county, another seed another', () => {
    const size = { objects: 50, inspectors: 30 };
    const make = (number: number) =>
      demonstrationCounty(randomSource(number), readCountyWords(dataFolder), size, '2026-11-24');
    expect(make(1)).toEqual(make(1));
    expect(make(1).objects[0]?.name).not.toBe(make(2).objects[0]?.name);
  });

  test('invents its people: nobody bears a name of the county rules that the project was made from', async () => {
    const words = JSON.parse(readFileSync(join(dataFolder, 'demonstration/words.json'), 'utf8')) as { given: string[] };
    const people = await rows<{ name: string }>(
      'SELECT name FROM inspector UNION SELECT name FROM account UNION SELECT legal_representative FROM check_object',
    );
    expect(people.filter(({ name }) => !words.given.includes(name.slice(1)))).toEqual([]);
  });
});
