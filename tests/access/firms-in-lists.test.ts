import { CountySite } from './county-site';
import { roles } from './addresses';

let site: CountySite;
let firm: string;
let uscc: string;
beforeAll(async () => {
  site = await CountySite.open();
  const { object } = site.find('visit') as { object?: string };
  const rows: { name: string; uscc: string }[] = await site.county.dataSource.query(
    'SELECT name, uscc FROM check_object WHERE id = $1',
    [object],
  );
  firm = rows[0]?.name ?? '';
  uscc = rows[0]?.uscc ?? '';
});
afterAll(() => site?.close());

const page = async (username: string, address: string) => (await (await site.as(username)).get(address)).text;

/** The rows of a page's table, each as plain words. */
function rowsOf(html: string): string[] {
  const body = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return body
    .split('</tr>')
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

test.each(['visit', 'referral'])(
  'every %s names its firm in the list of cases and in the supervisor’s, and is found by it',
  async (kind) => {
    for (const [username, address] of [
      [roles.leadHandler, '/cases'],
      [roles.officeHandler, '/cases'],
      [roles.participantLeader, '/cases'],
      [roles.supervisor, '/supervision'],
    ] as const) {
      const all = rowsOf(await page(username, `${address}?kind=${kind}`));
      const found = rowsOf(await page(username, `${address}?kind=${kind}&text=${encodeURIComponent(firm)}`));
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((row) => !row.includes(firm))).toEqual([]);
      expect(found).toEqual(all);
      expect(rowsOf(await page(username, `${address}?kind=${kind}&text=${encodeURIComponent('没有这一家')}`))).toEqual(
        [],
      );
    }
  },
);

test('a visit is found among those of its check by the firm’s name and by its whole credit code', async () => {
  expect(uscc).toHaveLength(18);
  const check = (site.find('visit') as { check?: string }).check ?? '';
  for (const text of [firm, uscc, uscc.toLowerCase()]) {
    const found = rowsOf(
      await page(roles.leadHandler, `/joint-checks/${check.split('/')[1]}/visits?text=${encodeURIComponent(text)}`),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((row) => !row.includes(firm))).toEqual([]);
  }
});

test('a referral says what kind it is and to whom it goes, where a person waits for it and beside its visit', async () => {
  const to = '抄告其他部门，致';
  const waiting = rowsOf(await page(roles.leadHandler, '/')).filter((row) => row.includes(firm) && row.includes(to));
  expect(waiting.length).toBeGreaterThan(0);
  for (const row of rowsOf(await page(roles.supervisor, '/supervision?kind=referral'))) expect(row).toContain(to);
  const visit = (site.find('referral') as { visit?: string }).visit ?? '';
  const beside = await page(roles.leadHandler, `/cases/${visit}`);
  expect(beside.slice(beside.lastIndexOf('相关办件'))).toContain(`${firm}\u3000${to}`);
});

test('one visit that waits for a person is named by its firm; many are named by their check', async () => {
  const rows = rowsOf(await page(roles.leadHandler, '/'));
  // The lines of a check stand below its name.
  const visit = rows.findIndex((row) => row.includes(firm) && !row.includes('移送'));
  const heads = rows.slice(0, Math.max(visit, 0)).filter((row) => /^测试的联合抽查第\d+次$/.test(row));
  expect(heads.at(-1)).toBe('测试的联合抽查第1次');
  for (const row of rows.filter((line) => /（\d+ 件）/.test(line))) expect(row).not.toContain(firm);
});

test('rounds and draws are named by their joint check', async () => {
  for (const kind of ['consultation', 'draw'])
    for (const row of rowsOf(await page(roles.supervisor, `/supervision?kind=${kind}`)))
      expect(row).toContain('测试的联合抽查第1次');
});

test('names stand on no address, and administrators read none', async () => {
  for (const address of ['/', '/cases?kind=visit', '/cases?kind=referral', '/publication-queue']) {
    const html = await page(roles.leadHandler, address);
    expect(
      [...html.matchAll(/(?:href|action|id)="([^"]*)"/g)]
        .map(([, value]) => decodeURIComponent(value ?? ''))
        .filter((value) => value.includes(firm)),
    ).toEqual([]);
  }
  for (const role of ['systemAdministrator', 'securityAdministrator'] as const)
    for (const address of ['/', '/cases?kind=visit']) expect(await page(roles[role], address)).not.toContain(firm);
});

test('an empty cell is marked, so that a card on a phone leaves its line out; a zero is not empty', async () => {
  const html = await page(roles.leadHandler, '/cases?kind=visit');
  const empty = html.match(/<td [^>]*app-table__cell--empty[^>]*>[\s\S]*?<\/td>/g) ?? [];
  expect(empty.length).toBeGreaterThan(0);
  expect(empty.filter((cell) => cell.replace(/<[^>]+>/g, '').trim() !== '')).toEqual([]);
  const cells = html.match(/<td [\s\S]*?<\/td>/g) ?? [];
  expect(
    cells.filter((cell) => cell.replace(/<[^>]+>/g, '').trim() === '' && !cell.includes('app-table__cell--empty')),
  ).toEqual([]);
});
