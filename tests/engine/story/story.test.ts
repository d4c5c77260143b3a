import { join } from 'node:path';
import { People } from '../../../bin/demo/people';
import { officerAccounts } from '../../../bin/demo/story/officer-accounts';
import { Player } from '../../../bin/demo/story/player';
import { readChapters } from '../../../bin/demo/story/read-chapters';
import { tellStory } from '../../../bin/demo/story/tell-story';
import type { Step } from '../../../bin/demo/story/unfold';
import { demonstrationPassword } from '../../../db/seeds/demonstration';
import { storyStanding } from '../../../db/seeds/story-standing';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { caseKinds, processes } from '../../../domain/processes';
import { dispositionTracks, publicationTracks, resultStages } from '../../../domain/visit/state';
import { dataFolder, seed } from '../../database/registers/open-county';
import { generatedClient, once } from './generated-client';
import { CountyEngine } from '../lifecycle/county-engine';
import { until } from '../lifecycle/until';
import { openWeb } from './county-web';

/** Stages in which no case rests: the visits open, and the check goes on by itself. */
const passing: Record<string, readonly string[]> = { 'joint-check': ['drawn'] };

const chapters = readChapters(join(dataFolder, 'demonstration', 'story'));
const steps = chapters.flatMap((chapter) => chapter.steps);
const today = shanghaiDay(Date.now());
let county: CountyEngine;
let web: Awaited<ReturnType<typeof openWeb>>;
let player: Player;

async function standing() {
  const stands = await storyStanding(county.dataSource);
  if ('notOurs' in stands) throw new Error(stands.notOurs);
  return stands;
}

const distinct = async (sql: string): Promise<string[]> =>
  (await county.dataSource.query<{ value: string }[]>(sql)).map((row) => row.value);

beforeAll(async () => {
  county = await CountyEngine.open({ size: { objects: 1500, inspectors: 300 } });
  web = await openWeb(county);
  const { officers } = await standing();
  player = new Player(new People(web.address, demonstrationPassword(seed)), officerAccounts(officers), today);
});
afterAll(async () => {
  await web?.close();
  await county?.close();
});

test('a telling that breaks off is taken up again, every step is played once, and none is refused', async () => {
  let acts = 0;
  const breaking = {
    play: (step: Step, number?: string) =>
      (acts += 1) > 60 ? Promise.reject(new Error('the player was killed')) : player.play(step, number),
  };
  await expect(tellStory(breaking, chapters, await standing())).rejects.toThrow('killed');
  expect((await standing()).played.size).toBeLessThan(steps.length);

  expect(await tellStory(player, chapters, await standing())).toEqual([]);
  const submissions = await distinct(`SELECT submission AS value FROM acts WHERE starts_with(submission, 'story.')`);
  expect(submissions.sort()).toEqual(steps.map((step) => step.key).sort());
});

test('told once more from the beginning, nothing is done twice', async () => {
  const count = () => distinct(`SELECT count(*)::text AS value FROM acts WHERE capacity <> 'system'`);
  const before = await count();
  expect(await tellStory(player, chapters, { played: new Set(), taken: new Set() })).toEqual([]);
  expect(await count()).toEqual(before);
});

test.each(caseKinds)('a %s rests in every stage in which one can rest', async (kind) => {
  const expected = processes[kind].stages.filter((stage) => !passing[kind]?.includes(stage)).sort();
  await until(
    () => distinct(`SELECT DISTINCT stage AS value FROM official_case WHERE kind = '${kind}' ORDER BY 1`),
    (found) => JSON.stringify(found) === JSON.stringify(expected),
  );
});

test.each([
  // Whether a unit inspects no longer is the county's list of units, which the story leaves as it is.
  ['stage', resultStages.filter((stage) => stage !== 'excused')],
  ['publication', publicationTracks],
  ['disposition', dispositionTracks],
])('a result stands in every %s', async (column, all) => {
  expect(await distinct(`SELECT DISTINCT ${column} AS value FROM visit_result ORDER BY 1`)).toEqual([...all].sort());
});

test('checks have passed through the draw on their way', async () => {
  expect(
    await distinct(
      `SELECT DISTINCT act AS value FROM acts WHERE act IN ('jointCheck.noteDraw', 'jointCheck.noteStart') ORDER BY 1`,
    ),
  ).toHaveLength(2);
});

test('outside platforms gave receipts, and nothing is left on its way', async () => {
  await until(
    () => distinct(`SELECT DISTINCT state AS value FROM outbox_message ORDER BY 1`),
    // What was taken back before it was sent, or was told already, is not needed any more; it rests, too.
    (states) => states.includes('sent') && states.every((state) => ['parked', 'sent', 'notNeeded'].includes(state)),
  );
});

test('results wait for their publication, each with its term running', async () => {
  const waiting = await distinct(
    `SELECT visit_id AS value FROM visit_result WHERE publication = 'awaiting' AND publish_due IS NOT NULL`,
  );
  expect(waiting.length).toBeGreaterThanOrEqual(3);
});

test('a check on which a person has acted belongs to the people', async () => {
  const [check = ''] = await distinct(
    `SELECT id AS value FROM official_case WHERE kind = 'joint-check' AND stage = 'drafting' LIMIT 1`,
  );
  await county.act({ by: 'rsj-leader', act: 'jointCheck.withdraw', on: check, input: { reason: '改由市局组织。' } });
  expect([...(await standing()).taken]).toEqual([check.replace('joint-check/', '')]);
});

test('a client made from the published description alone carries a visit from its date to publication', async () => {
  const client = (username: string) => generatedClient(web.address, username, demonstrationPassword(seed));
  const [username = ''] = await distinct(
    `SELECT lower(p.lead_department) || '-handler' AS value FROM official_case c JOIN official_case p ON p.id = c.parent_id
     WHERE c.kind = 'visit' AND c.stage = 'awaitingDate' AND p.stage = 'underway' ORDER BY c.id LIMIT 1`,
  );
  const handler = await client(username);
  const query = { kind: 'visit' as const, stage: 'awaitingDate', pageSize: 500 };
  const { data: list } = await handler.GET('/api/v1/cases', { params: { query } });
  const views = await Promise.all(
    (list?.rows ?? []).map(({ kind, number }) =>
      handler.GET('/api/v1/cases/{kind}/{number}', { params: { path: { kind, number } } }),
    ),
  );
  const { officers } = await standing();
  const resultsOf = (state: Record<string, unknown>) => state['results'] as Record<string, { officers: string[] }>;
  const open = views
    .flatMap(({ data }) => data ?? [])
    .find(
      ({ acts, state }) =>
        acts.includes('visit.setDate') &&
        !state['date'] &&
        Object.values(resultsOf(state)).every((result) => result.officers.every((id) => officers.has(id))),
    );
  if (!open) throw new Error(`${username} finds no visit to be dated`);

  const body = { case: open.id };
  const path = { kind: 'visit' as const, number: open.number };
  const versionOf = async (act: string, by = handler) =>
    (await by.GET('/api/v1/cases/{kind}/{number}', { params: { path } })).data?.versions[act] ?? 0;
  const dated = await handler.POST('/api/v1/acts/visit.setDate', {
    params: once(),
    body: { ...body, input: { date: today, version: await versionOf('visit.setDate') } },
  });
  expect(dated.error).toBeUndefined();
  const noticed = await handler.POST('/api/v1/acts/visit.issueNotice', {
    params: once(),
    body: { ...body, input: { version: await versionOf('visit.issueNotice') } },
  });
  expect(noticed.error).toBeUndefined();

  for (const [department, { officers: drawn }] of Object.entries(resultsOf(open.state))) {
    const [one, other] = await Promise.all(drawn.map((id) => client(officers.get(id) ?? '')));
    const record = {
      completedOn: today,
      methods: ['onSite' as const],
      signature: 'signed' as const,
      version: await versionOf('visit.allInOrder', one),
    };
    const entered = await one?.POST('/api/v1/acts/visit.allInOrder', {
      params: once(),
      body: { ...body, input: record },
    });
    expect(entered?.error).toBeUndefined();
    const seen = { ...body, input: { version: 1 } };
    const confirmed = await other?.POST('/api/v1/acts/visit.confirmResult', { params: once(), body: seen });
    expect(confirmed?.error).toBeUndefined();
    const leader = await client(`${department.toLowerCase()}-leader`);
    const reviewed = await leader.POST('/api/v1/acts/visit.reviewResult', {
      params: once(),
      body: { ...body, input: { verdict: 'pass', reason: '情况\u200b属实', version: 1 } },
    });
    expect(reviewed.error).toBeUndefined();
    expect(reviewed.data).toMatchObject({ remarks: { marks: ['U+200B'], unknown: [] } });
    const publisher = await client(`${department.toLowerCase()}-handler`);
    const published = await publisher.POST('/api/v1/acts/visit.publishResult', { params: once(), body: seen });
    expect(published.error).toBeUndefined();
  }
  const { data: after } = await handler.GET('/api/v1/cases/{kind}/{number}', { params: { path } });
  expect(after).toMatchObject({ stage: 'closed', closed: true });
});
