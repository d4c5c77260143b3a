import { randomUUID } from 'node:crypto';
import type { Actor, Capacity } from '../../../domain/actor';
import type { ItemChange } from '../../../domain/registers/item-change';
import { itemsInForce } from '../../../services/facts/items-in-force';
import { showItem } from '../../../services/queries/registers/list-items';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { changeItem } from '../../../services/registers/change-item';
import { editDepartment } from '../../../services/registers/edit-department';
import { enactItem } from '../../../services/registers/enact-item';
import { refusal } from './at-the-desk';
import { now, openCounty, type OpenCounty } from './open-county';

const today = '2026-11-24';
let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 150 });
});
afterAll(() => county.close());

async function command(username: string) {
  const [row]: { id: string; department: string; capacities: Capacity[] }[] = await county.dataSource.query(
    'SELECT id, department, capacities FROM account WHERE username = $1',
    [username],
  );
  if (!row?.capacities[0]) throw new Error(`no account ${username}`);
  const actor: Actor = { account: row.id, department: row.department, capacity: row.capacities[0] };
  return { actor, at: now, submission: randomUUID(), reason: '上级清单调整' };
}

const content = {
  name: '预付卡发放情况的检查',
  category: '单用途商业预付卡',
  objectType: '企业',
  randomApplies: true,
  jointApplies: true,
};
const enact = async (username: string, department: string, more: object = {}) =>
  enactItem(county.dataSource, {
    ...(await command(username)),
    department,
    values: { effectiveFrom: today, ...content },
    ...more,
  });
const change = async (username: string, code: string, version: number, values: ItemChange) =>
  changeItem(county.dataSource, { ...(await command(username)), id: code, version, today, values });
const versionOn = async (code: string, on: string) => (await itemsInForce(county.dataSource, [code], on))[0]?.version;

describe('a new item (立)', () => {
  test('takes the next number of its department, with its cause and its reason in the history', async () => {
    expect(await enact('scjg-handler', 'SCJG')).toEqual({ code: 'SCJG-N001', duplicate: false });
    expect(await enact('office-handler', 'SCJG')).toEqual({ code: 'SCJG-N002', duplicate: false });
    expect(await enact('wjw-handler', 'WJW')).toEqual({ code: 'WJW-N001', duplicate: false });
    expect(await showItem(county.dataSource, 'SCJG-N001')).toMatchObject({
      active: true,
      version: 1,
      versions: [{ ...content, cause: 'enacted', effectiveFrom: today, qualifications: [] }],
    });
    expect(await registerHistory(county.dataSource, 'item', 'SCJG-N001')).toEqual([
      expect.objectContaining({ version: 1, cause: 'enacted', reason: '上级清单调整' }),
    ]);
  });

  test('posted twenty times at once is entered once', async () => {
    const submission = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => enact('scjg-handler', 'SCJG', { submission })));
    expect(new Set(outcomes.map(({ code }) => code)).size).toBe(1);
    expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  });

  test.each([
    ['of another department', 'wjw-handler', 'SCJG', 'NOT_ENTITLED'],
    ['by a leader', 'scjg-leader', 'SCJG', 'NOT_ENTITLED'],
    ['by the system administrator', 'system-admin', 'SCJG', 'NOT_ENTITLED'],
    ['of a unit that does not exist', 'office-handler', 'NOBODY', 'DEPARTMENT_UNKNOWN'],
    ['of a unit that inspects nothing', 'office-handler', 'GZFB', 'DEPARTMENT_UNKNOWN'],
  ])('%s is refused and leaves nothing', async (_what, username, department, code) => {
    const items = () => county.dataSource.query('SELECT count(*)::int AS n FROM check_item');
    const before: unknown = await items();
    await expect(enact(username, department)).rejects.toThrow(refusal(code));
    expect(await items()).toEqual(before);
  });
});

describe('a version', () => {
  test('is in force from its day on: what began before runs under the version before', async () => {
    await change('scjg-handler', 'SCJG-CC010', 1, { cause: 'amended', effectiveFrom: '2026-12-01', method: '书面' });
    await change('scjg-handler', 'SCJG-CC010', 2, { cause: 'interpreted', effectiveFrom: '2027-01-01' });
    expect(
      await Promise.all(
        ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((on) => versionOn('SCJG-CC010', on)),
      ),
    ).toEqual([1, 2, 2, 3]);
  });

  test('of an abolished item stays for the checks that ran under it, and is offered to no new one', async () => {
    await change('scjg-handler', 'SCJG-CC011', 1, { cause: 'abolished', effectiveFrom: today });
    expect(await versionOn('SCJG-CC011', today)).toBeUndefined();
    expect((await showItem(county.dataSource, 'SCJG-CC011'))?.versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('that amends nothing is refused; an interpretation may leave the words as they are', async () => {
    const item = await showItem(county.dataSource, 'SCJG-CC012');
    const same = { name: item?.versions[0]?.name ?? '', qualifications: item?.versions[0]?.qualifications };
    await expect(
      change('scjg-handler', 'SCJG-CC012', 1, { cause: 'amended', effectiveFrom: today, ...same }),
    ).rejects.toThrow(refusal('NOTHING_CHANGED'));
    await expect(
      change('scjg-handler', 'SCJG-CC012', 1, { cause: 'interpreted', effectiveFrom: today, ...same }),
    ).resolves.toMatchObject({ version: 2 });
  });
});

describe('a unit', () => {
  const edit = async (username: string, version: number, values: Parameters<typeof editDepartment>[1]['values']) =>
    editDepartment(county.dataSource, { ...(await command(username)), id: 'WGL', version, cause: 'amended', values });

  test('is mended by the office handler and the system administrator, with history, and by nobody else', async () => {
    await expect(edit('office-handler', 1, { sector: '文化、旅游、体育' })).resolves.toEqual({
      version: 2,
      duplicate: false,
    });
    await expect(edit('system-admin', 2, { shortName: '文体旅局' })).resolves.toEqual({ version: 3, duplicate: false });
    for (const username of ['wgl-handler', 'wgl-leader', 'office-director', 'supervisor', 'security-admin']) {
      await expect(edit(username, 3, { sector: '其他' })).rejects.toThrow(refusal('NOT_ENTITLED'));
    }
    await expect(edit('office-handler', 1, { sector: '旧页面' })).rejects.toThrow(refusal('STALE_VERSION'));
    expect(
      (await registerHistory(county.dataSource, 'department', 'WGL')).map(({ version, reason }) => [version, reason]),
    ).toEqual([
      [3, '上级清单调整'],
      [2, '上级清单调整'],
    ]);
  });
});
