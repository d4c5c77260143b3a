import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { capacityFor, type Person } from '../../api/person';
import type { Act } from '../../domain/act';
import type { CaseState, Process } from '../../domain/process';
import { processes, processOf } from '../../domain/processes';
import { writeCase } from '../../services/cases/write-case';
import { CountySite, tokenIn } from './county-site';
import { ripeCases } from './ripe-cases';
import { inputWith, spoiltInputs, type SpoiltInput } from './spoilt-inputs';
import { written } from './written';

let site: CountySite;
let people: Person[];
let cases: CaseState[];
beforeAll(async () => {
  site = await CountySite.open();
  const ripe = ripeCases(site.cases);
  cases = [...site.cases, ...ripe];
  await site.county.dataSource.transaction(async (manager) => {
    for (const state of ripe) await writeCase(manager, processOf(state.id), state, written(state.since));
  });
  people = await site.county.dataSource.query(
    `SELECT id AS account, username, name, department, capacities, inspector_id AS inspector, FALSE AS "mustChangePassword" FROM account WHERE department IN ('SCJG', 'WJW', 'OFFICE') ORDER BY username`,
  );
});
afterAll(() => site?.close());
beforeEach(() => site.asked.splice(0));

const acts = Object.values(processes).flatMap((process) =>
  process.acts.filter((act) => !act.byClock).map((act): [string, Act, Process] => [act.name, act, process]),
);

/** A person and a case with which nothing stands against the act but what is wrong in it. */
function opportunity(act: Act, process: Process): { person: Person; state?: CaseState } {
  const states = act.opens ? [undefined] : cases.filter((state) => state.id.startsWith(`${process.kind}/`));
  const tries = states.flatMap((state) =>
    people.map((person) => ({ person, state, obstacle: capacityFor(person, process, act, state).obstacle })),
  );
  const found = tries.find(({ obstacle }) => !obstacle);
  if (!found) throw new Error(`nobody could try ${act.name}`);
  return found;
}

const api = (act: string, token: string) =>
  request(site.app)
    .post(`/api/v1/acts/${act}`)
    .set('Authorization', `Bearer ${token}`)
    .set('Idempotency-Key', randomUUID());

interface Problem {
  code: string;
  title: string;
  detail: string;
  issues?: { path: (string | number)[] }[];
}

/** Nothing where the answer is a clear refusal of just this field. */
function unclear(answer: { status: number; type: string; body: unknown }, spoilt: SpoiltInput): string | undefined {
  const problem = answer.body as Problem;
  const said = `${spoilt.path.join('.')} as ${spoilt.how}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`;
  if (answer.status !== 422 || answer.type !== 'application/problem+json') return said;
  if (problem.code !== 'INVALID_INPUT' || !problem.title || !problem.detail) return said;
  const named = problem.issues?.some(({ path }) => path.join('.').startsWith(spoilt.path.slice(0, 1).join('.')));
  return named ? undefined : `not named: ${said}`;
}

describe.each(acts)('%s', (_name, act, process) => {
  test('over the interface: every field in every wrong way is a refusal that names it, and none reaches the case', async () => {
    const { person, state } = opportunity(act, process);
    const token = await site.token(person.username);
    const wrong: (string | undefined)[] = [];
    for (const spoilt of spoiltInputs(act.input)) {
      wrong.push(unclear(await api(act.name, token).send({ case: state?.id, input: inputWith(spoilt) }), spoilt));
    }
    expect(wrong.filter(Boolean)).toEqual([]);
    expect(site.asked).toEqual([]);
  });

  test('over the form: what a person can type wrongly is said beside its field, and what they typed stays', async () => {
    if ('scheme' in act.input.shape) return;
    const { person, state } = opportunity(act, process);
    const agent = await site.as(person.username);
    const action = `/cases/${state?.id}/acts/${act.name}`;
    const csrf = tokenIn((await agent.get(`/cases/${state?.id}`)).text) || tokenIn((await agent.get('/')).text);
    const wrong: string[] = [];
    for (const spoilt of spoiltInputs(act.input).filter(({ typed, path }) => typed && path.length === 1)) {
      const answer = await agent
        .post(action)
        .type('form')
        .send({ _csrf: csrf, submissionId: randomUUID(), [String(spoilt.path[0])]: spoilt.value });
      const clear =
        answer.status === 422 &&
        answer.text.includes('govuk-error-summary') &&
        answer.text.includes(`href="#${spoilt.path[0]}`);
      if (!clear) wrong.push(`${spoilt.path.join('.')} as ${spoilt.how}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
    expect(site.asked).toEqual([]);
  });
});

test('a proposal in every wrong way is shown again with what was typed, the message beside its field', async () => {
  const agent = await site.as('scjg-handler');
  const csrf = tokenIn((await agent.get('/new/jointCheck.propose')).text);
  const item = (
    (await site.county.dataSource.query(
      `SELECT code FROM check_item WHERE department = 'SCJG' ORDER BY code LIMIT 1`,
    )) as { code: string }[]
  )[0]?.code;
  const other = (
    (await site.county.dataSource.query(
      `SELECT code FROM check_item WHERE department = 'WJW' ORDER BY code LIMIT 1`,
    )) as { code: string }[]
  )[0]?.code;
  const good: Record<string, unknown> = {
    'scheme[title]': '测试的联合抽查',
    'task[SCJG][items][]': item,
    'task[WJW][items][]': other,
    'ratio[C][count]': '2',
    'scheme[windowFrom]': '2099-01-01',
    'scheme[windowTo]': '2099-02-01',
  };
  const spoilt: [string, unknown, string][] = [
    ['scheme[title]', '短', 'scheme-title'],
    ['scheme[title]', '', 'scheme-title'],
    ['scheme[title]', '长'.repeat(101), 'scheme-title'],
    ['scheme[title]', '合规\u001btxt检查', 'scheme-title'],
    ['scheme[title][x]', 'y', 'scheme-title'],
    ['scheme[purpose]', '长'.repeat(2001), 'scheme-purpose'],
    ['task[WJW][items][]', [], 'scheme-tasks'],
    ['task[WJW][items][]', 'nonsense', 'items-WJW'],
    ['task[WJW][items][x][y]', 'z', 'items-WJW'],
    ['task[WJW][officers]', '1', 'officers-WJW'],
    ['task[WJW][officers]', '两名', 'officers-WJW'],
    ['task[WJW][qualifications]', '长'.repeat(41), 'qualifications-WJW'],
    ['task[nobody][items][]', item, 'scheme-tasks'],
    ['ratio[C][count]', '很多', 'count-C'],
    ['ratio[C][count]', '', 'scheme-strata'],
    ['ratio[C][percent]', '5', 'percent-C'],
    ['ratio[A][percent]', '5.555', 'percent-A'],
    ['ratio[A][percent]', '101', 'percent-A'],
    ['ratio[X][percent]', '1', 'scheme-strata'],
    ['scheme[scope][divisions][]', 'x', 'scheme-scope-divisions'],
    ['scheme[scope][tags]', '长'.repeat(41), 'scheme-scope-tags'],
    ['scheme[windowFrom]', '明天', 'scheme-windowFrom'],
    ['scheme[windowTo]', '2098-01-01', 'scheme-windowTo'],
    ['scheme[objectsPerTrip]', '0', 'scheme-objectsPerTrip'],
  ];
  const wrong: string[] = [];
  for (const [field, value, place] of spoilt) {
    const { [field]: _left, ...rest } = good;
    const answer = await agent
      .post('/new/jointCheck.propose')
      .type('form')
      .send({ _csrf: csrf, submissionId: randomUUID(), ...rest, [field]: value });
    const ids = new Set([...answer.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const kept =
      field === 'scheme[title]' || answer.text.includes('value="测试的联合抽查"') || field.startsWith('scheme[title]');
    const led = answer.text.includes(`href="#${place}"`) && ids.has(place);
    if (answer.status !== 422 || !led || !kept)
      wrong.push(
        `${field} = ${String(value).slice(0, 20)}: ${answer.status}, summary ${[...answer.text.matchAll(/<li><a href="(#[^"]*)"/g)].map(([, href]) => href).join(' ')}`,
      );
  }
  expect(wrong).toEqual([]);
  expect(site.asked).toEqual([]);
});

describe('a request that is no request', () => {
  const check = () => site.find('joint-check', 'drafting').id;

  test.each([
    ['half a JSON', '{"case":', 'application/json', 400],
    ['a list', '[]', 'application/json', 422],
    ['a text', '"act"', 'application/json', 400],
    ['nothing', '', 'application/json', 404],
    ['a form', 'reason=1', 'application/x-www-form-urlencoded', 422],
    ['nested without end', `{"input":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'application/json', 422],
    ['more than a megabyte', JSON.stringify({ input: { reason: '长'.repeat(600_000) } }), 'application/json', 413],
    ['a prototype', '{"__proto__":{"case":"x"},"input":{"__proto__":{"reason":"x"}}}', 'application/json', 404],
  ])('%s is refused clearly', async (_what, body, type, status) => {
    const answer = await api('jointCheck.withdraw', await site.token('scjg-leader'))
      .set('Content-Type', type)
      .send(body);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect((answer.body as Problem).code).not.toBe('INTERNAL');
    expect(site.asked).toEqual([]);
  });

  test.each(['', 'short', 'x'.repeat(101), 'with space in it', 'null\u2028key1', undefined])(
    'the key %j is refused',
    async (key) => {
      const call = request(site.app)
        .post('/api/v1/acts/jointCheck.withdraw')
        .set('Authorization', `Bearer ${await site.token('scjg-leader')}`);
      if (key !== undefined) void call.set('Idempotency-Key', encodeURIComponent(key).replaceAll('%20', ' '));
      const answer = await call.send({ case: check(), input: { reason: '计划有变' } });
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'INVALID_INPUT']);
    },
  );

  test.each(['__proto__', 'constructor', 'jointCheck.nothing', 'jointCheck.closeRound', '%00', 'visit.enterResult'])(
    'the act %s does not exist for this case',
    async (act) => {
      const answer = await api(act, await site.token('scjg-leader')).send({
        case: check(),
        input: { reason: '计划有变' },
      });
      expect([404, 403]).toContain(answer.status);
      expect(site.asked).toEqual([]);
    },
  );

  test.each([
    'nothing/1',
    '__proto__/1',
    'joint-check/320723-2026-L9999',
    'visit/x',
    '',
    'joint-check/',
    `joint-check/${'9'.repeat(200)}`,
    'joint-check/\u0000',
  ])('the case %j is unknown', async (id) => {
    const answer = await api('jointCheck.withdraw', await site.token('scjg-leader')).send({
      case: id,
      input: { reason: '计划有变' },
    });
    expect([404, 422]).toContain(answer.status);
    expect(site.asked).toEqual([]);
  });

  test('a case of other departments is as unknown as one that does not exist, over interface and form', async () => {
    const answer = await api('jointCheck.withdraw', await site.token('sthj-leader')).send({
      case: check(),
      input: { reason: '计划有变' },
    });
    expect([answer.status, (answer.body as Problem).code]).toEqual([404, 'CASE_UNKNOWN']);
    const agent = await site.as('sthj-leader');
    const csrf = tokenIn((await agent.get('/')).text);
    const posted = await agent
      .post(`/cases/${check()}/acts/jointCheck.withdraw`)
      .type('form')
      .send({ _csrf: csrf, reason: '计划有变' });
    expect(posted.status).toBe(404);
    expect(site.asked).toEqual([]);
  });
});

test('characters of four bytes, quotes, markup and formulas are words like any other and come back as they were', async () => {
  const { id } = site.find('joint-check', 'drafting');
  const agent = await site.as('scjg-leader');
  const action = `/cases/${id}/acts/jointCheck.withdraw`;
  const csrf = tokenIn((await agent.get(action)).text);
  for (const words of [
    '𠮷野家与㛃、䶮',
    '=1+1 且 @SUM(A1)',
    '<script>alert(1)</script>',
    `O'Brien "引号" & 符号`,
    '{{reason}} ${reason} %s',
  ]) {
    const answer = await agent
      .post(action)
      .type('form')
      .send({ _csrf: csrf, submissionId: randomUUID(), reason: words });
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('<script>alert');
    const shown = words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#x27;')
      .replaceAll('=', '&#x3D;');
    expect(answer.text).toContain(shown);
  }
  expect(site.asked.length).toBe(5);
});
