import request from 'supertest';
import { paths } from '../../api/paths';
import { addressesOf, roles } from './addresses';
import { CountySite } from './county-site';

type Role = keyof typeof roles;

const inside: readonly Role[] = [
  'officeHandler',
  'officeDirector',
  'leadHandler',
  'leadLeader',
  'leadLiaison',
  'leadOfficer',
  'participantHandler',
  'participantLeader',
  'supervisor',
];

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

test.each(Object.entries(roles))('%s: every page answers, none fails', async (_role, username) => {
  const agent = await site.as(username);
  const failed: string[] = [];
  for (const address of addressesOf(site)) {
    const { status } = await agent.get(address);
    if (![200, 202, 303, 400, 403, 404, 409].includes(status)) failed.push(`${status} ${address}`);
  }
  expect(failed).toEqual([]);
});

test('a line of 待办 about many cases bears the whole number of their check', async () => {
  const numbers: string[] = [];
  for (const username of Object.values(roles)) {
    const { text } = await (await site.as(username)).get(paths.home);
    const rows = text.split('<tr').filter((row) => /（\d+ ?件）/.test(row));
    numbers.push(
      ...rows.map((row) => /\d{6}-\d{4}-[A-Z0-9-]+/.exec(row.replace(/(?:href|id)="[^"]*"/g, ''))?.[0] ?? row),
    );
  }
  expect(new Set(numbers)).toEqual(new Set(['320723-2026-L0001']));
});

test('the examples of components are no pages of a running system', async () => {
  const [kit, unknown] = [await request(site.app).get('/kit'), await request(site.app).get('/no-such-page')];
  expect(kit.status).toBe(unknown.status);
  expect(kit.text).not.toContain('app-kit');
});

test.each([
  '/public/results/%00',
  '/public/results?q=%00',
  '/public/checks/%00',
  '/cases/visit/%00',
  '/cases?text=%00',
  '/files/%00',
])('%s does not exist', async (address) => {
  const { status } = await (await site.as('supervisor')).get(address);
  expect(status).toBe(404);
});

test('nobody: public pages open, every other page leads to the sign-in', async () => {
  const wrong: string[] = [];
  for (const address of addressesOf(site)) {
    const answer = await request(site.app).get(address);
    const free =
      address.startsWith('/public') ||
      [paths.signIn, paths.openapi, paths.health, paths.robots].includes(address as never);
    const led = answer.status === 303 && String(answer.headers['location']).startsWith('/sign-in');
    // Only the page's script asks there, and a page to sign in on is no answer to it.
    const refused = address.startsWith(paths.uploads) && answer.status === 401;
    if (free ? ![200, 303, 404].includes(answer.status) : !led && !refused) wrong.push(`${answer.status} ${address}`);
  }
  expect(wrong).toEqual([]);
});

test.each(Object.entries(roles) as [Role, string][])(
  '%s sees exactly the cases of its unit',
  async (role, username) => {
    const agent = await site.as(username);
    const expected = inside.includes(role) ? 200 : 404;
    const wrong: string[] = [];
    for (const { id } of site.cases) {
      const hidden = id.startsWith('consultation/')
        ? false
        : id.startsWith('referral/') &&
          role.startsWith('participant') &&
          site.cases.some((state) => state.id === id && state.stage === 'draft');
      const { status } = await agent.get(`/cases/${id}`);
      if (status !== (hidden ? 404 : expected)) wrong.push(`${status} ${id}`);
    }
    expect(wrong).toEqual([]);
  },
);

test('the list of cases shows a unit its own and a stranger none', async () => {
  const numbers = async (username: string) => {
    const { body } = await request(site.app)
      .get('/api/v1/cases?pageSize=500')
      .set('Authorization', `Bearer ${await site.token(username)}`);
    return (body as { rows: { id: string }[]; total: number }).rows.map((row) => row.id);
  };
  expect(await numbers('sthj-handler')).toEqual([]);
  expect(await numbers('system-admin')).toEqual([]);
  expect((await numbers('supervisor')).sort()).toEqual(site.cases.map((state) => state.id).sort());
  expect((await numbers('scjg-handler')).sort()).toEqual(site.cases.map((state) => state.id).sort());
});

test('raw histories are for supervisors and the audit administrator alone', async () => {
  const { id } = site.find('joint-check', 'underway');
  for (const [role, username] of Object.entries(roles)) {
    const { status } = await (await site.as(username)).get(`/cases/${id}/history`);
    expect(`${role} ${status}`).toBe(`${role} ${role === 'supervisor' || role === 'auditAdministrator' ? 200 : 403}`);
  }
});
