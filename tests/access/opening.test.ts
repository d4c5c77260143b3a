import { randomUUID } from 'node:crypto';
import { processes } from '../../domain/processes';
import { roles } from './addresses';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

const acts = Object.values(processes).flatMap((process) => process.acts);
const opening = acts.filter((act) => act.opens && !act.byClock).map(({ name }) => name);

test.each(opening)('%s has its page and its button for whoever may do it, and for nobody else', async (name) => {
  const shown: string[] = [];
  for (const [role, username] of Object.entries(roles)) {
    const agent = await site.as(username);
    const { status, text } = await agent.get(`/new/${name}`);
    const button = (await agent.get('/')).text.includes(`href="/new/${name}"`);
    expect([role, status, button]).toEqual([role, button ? 200 : 403, button]);
    if (button) shown.push(role);
    expect(text).not.toContain('name="number"');
  }
  expect(shown.length).toBeGreaterThan(0);
});

test('an act that opens no case has no such page, and one that does has none on a case', async () => {
  const agent = await site.as(roles.leadHandler);
  const others = acts.filter((act) => !opening.includes(act.name)).map(({ name }) => name);
  for (const name of [...others, 'nothing', '__proto__']) {
    expect(`${name} ${(await agent.get(`/new/${name}`)).status}`).toBe(`${name} 404`);
  }
  const { id } = site.find('joint-check', 'drafting');
  for (const name of opening) expect((await agent.get(`/cases/${id}/acts/${name}`)).status).toBe(404);
});

test('the address that the proposal had before leads to where it is now, with what was posted', async () => {
  const agent = await site.as(roles.leadHandler);
  const led = await agent.get('/joint-checks/new');
  expect([led.status, led.headers['location']]).toEqual([303, '/new/jointCheck.propose']);
  const csrf = tokenIn((await agent.get('/new/jointCheck.propose')).text);
  const posted = await agent
    .post('/joint-checks/new')
    .type('form')
    .send({ _csrf: csrf, submissionId: randomUUID(), 'scheme[title]': '测试' })
    .redirects(0);
  expect([posted.status, posted.headers['location']]).toEqual([308, '/new/jointCheck.propose']);
  expect(site.asked).toEqual([]);
});
