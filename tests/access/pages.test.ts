import request from 'supertest';
import { paths } from '../../api/paths';
import { CountySite } from './county-site';

/** Who is looked at: one of every capacity, with the unit's place in the cases of the county. */
const roles = {
  officeHandler: 'office-handler',
  officeDirector: 'office-director',
  leadHandler: 'scjg-handler',
  leadLeader: 'scjg-leader',
  leadLiaison: 'scjg-liaison',
  leadOfficer: 'scjg-inspector-1',
  participantHandler: 'wjw-handler',
  participantLeader: 'wjw-leader',
  strangerHandler: 'sthj-handler',
  strangerLeader: 'sthj-leader',
  supervisor: 'supervisor',
  systemAdministrator: 'system-admin',
  securityAdministrator: 'security-admin',
  auditAdministrator: 'audit-admin',
} as const;
type Role = keyof typeof roles;

const inside: readonly Role[] = ['officeHandler', 'officeDirector', 'leadHandler', 'leadLeader', 'leadLiaison', 'leadOfficer', 'participantHandler', 'participantLeader', 'supervisor'];
const forms = new Set<string>([paths.signOut, paths.endSession, paths.extendSession, paths.api, paths.assets]);

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

/** Every address with its parts filled in by real cases, and once by things that do not exist. */
function addresses(): string[] {
  const check = site.find('joint-check', 'underway');
  const unknown = '320723-2026-9999';
  const numbers: Record<string, string[]> = { ':kind/:number': [...site.cases.map((state) => state.id), `visit/${unknown}`, 'nothing/1', '__proto__/1'], ':number': [check.number, unknown], ':id': ['1', '00000000-0000-4000-8000-000000000000', 'x'] };
  return Object.values(paths)
    .filter((path) => !forms.has(path))
    .flatMap((path) => {
      const key = Object.keys(numbers).find((part) => path.includes(part));
      if (!key) return [path];
      const list = path === paths.case ? numbers[key] : numbers[key]?.filter((_id, index, all) => index % 6 === 0 || index >= all.length - 2);
      return (list ?? []).map((value) => path.replace(key, value));
    })
    .map((path) => path.replace(':act', 'jointCheck.consult').replace(':submission', 'none').replace(':document', 'record-form'));
}

test.each(Object.entries(roles))('%s: every page answers, none fails', async (_role, username) => {
  const agent = await site.as(username);
  const failed: string[] = [];
  for (const address of addresses()) {
    const { status } = await agent.get(address);
    if (![200, 202, 303, 400, 403, 404, 409].includes(status)) failed.push(`${status} ${address}`);
  }
  expect(failed).toEqual([]);
});

test.each(['/public/results/%00', '/public/results?q=%00', '/public/checks/%00', '/cases/visit/%00', '/cases?text=%00', '/files/%00'])('%s does not exist', async (address) => {
  const { status } = await (await site.as('supervisor')).get(address);
  expect(status).toBe(404);
});

test('nobody: public pages open, every other page leads to the sign-in', async () => {
  const wrong: string[] = [];
  for (const address of addresses()) {
    const answer = await request(site.app).get(address);
    const free = address.startsWith('/public') || [paths.signIn, paths.openapi, paths.health].includes(address as never);
    const led = answer.status === 303 && String(answer.headers['location']).startsWith('/sign-in');
    if (free ? ![200, 303, 404].includes(answer.status) : !led) wrong.push(`${answer.status} ${address}`);
  }
  expect(wrong).toEqual([]);
});

test.each(Object.entries(roles) as [Role, string][])('%s sees exactly the cases of its unit', async (role, username) => {
  const agent = await site.as(username);
  const expected = inside.includes(role) ? 200 : 404;
  const wrong: string[] = [];
  for (const { id } of site.cases) {
    const hidden = id.startsWith('consultation/') ? false : id.startsWith('referral/') && role.startsWith('participant') && site.cases.some((state) => state.id === id && state.stage === 'draft');
    const { status } = await agent.get(`/cases/${id}`);
    if (status !== (hidden ? 404 : expected)) wrong.push(`${status} ${id}`);
  }
  expect(wrong).toEqual([]);
});

test('the list of cases shows a unit its own and a stranger none', async () => {
  const numbers = async (username: string) => {
    const { body } = await request(site.app).get('/api/v1/cases?pageSize=500').set('Authorization', `Bearer ${await site.token(username)}`);
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
