import { written } from './written';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { openRound, type ConsultationState } from '../../domain/consultation/state';
import type { JointCheckState } from '../../domain/joint-check/state';
import { nothingSecret } from '../../domain/permissions/nothing-secret';
import { viewFor } from '../../domain/permissions/view-for';
import type { Reader } from '../../domain/permissions/reader';
import type { CaseKind, CaseState } from '../../domain/process';
import { processes, processOf } from '../../domain/processes';
import { writeCase } from '../../services/cases/write-case';
import { appendEntry } from '../../services/entries/append-entry';
import { roles } from './addresses';
import { CountySite } from './county-site';
import { lead, participant } from './every-case';

/** Every way in which a reader can stand to a case. */
const readers = [
  ...(['leadHandler', 'participantLeader', 'strangerHandler', 'officeHandler', 'supervisor'] as const),
  ...(['systemAdministrator', 'auditAdministrator'] as const),
].map((role) => roles[role]);
const other = 'YJJ';
const at = new Date('2026-11-20T03:00:00.000Z');

/** Words and files that are one unit's own: what the test knows by itself, apart from the rule that it holds. */
interface Planted {
  case: string;
  unit: string;
  /** Stands in the state. */
  text: string;
  /** Stands in the record of acts alone. */
  said: string;
  file: string;
}

let site: CountySite;
let cases: CaseState[];
let round: ConsultationState;
const planted: Planted[] = [];
const people = new Map<string, Reader>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  site = await CountySite.open();
  round = await roundWithDrafts();
  cases = [...site.cases, round];
  for (const state of site.cases)
    await say(state.id, processOf(state.id).acts[0]?.name ?? '', lead, 'departmentHandler', {});
  for (const username of [...readers, 'wjw-handler', 'yjj-handler']) {
    const [row]: Reader[] = await site.county.dataSource.query(
      'SELECT department, capacities FROM account WHERE username = $1',
      [username],
    );
    if (row) people.set(username, row);
    tokens.set(username, await site.token(username));
  }
});
afterAll(() => site?.close());

/** A round in which two units have drafted an answer each, and a leader has given a draft back. */
async function roundWithDrafts(): Promise<ConsultationState> {
  const check = site.find('joint-check', 'consulting') as JointCheckState;
  const departments = [participant, other];
  const opened = openRound({
    check,
    round: 7,
    departments,
    silence: 'blocks',
    due: { date: '2026-12-01' },
    at: at.toISOString(),
  });
  for (const unit of departments) {
    const mark: Planted = {
      case: opened.id,
      unit,
      text: `${unit}拟不同意的理由`,
      said: `请${unit}经办人再核实`,
      file: randomUUID(),
    };
    planted.push(mark);
    await site.county.dataSource.query(
      `INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, case_id, created_at) VALUES ($1, $2, 'application/pdf', 1, 'x', 'x', 'somebody', $3, now())`,
      [mark.file, `${unit}附件.pdf`, opened.id],
    );
    const letter = opened.letters[unit];
    const draft = {
      verdict: 'object' as const,
      reasons: mark.text,
      attachments: [mark.file],
      by: 'somebody',
      at: at.toISOString(),
    };
    if (letter) letter.draft = draft;
  }
  await site.county.dataSource.transaction((manager) =>
    writeCase(manager, processOf(opened.id), opened, written(opened.since)),
  );
  for (const { unit, text, said, file } of planted) {
    const detail = { verdict: 'object', reasons: text, attachments: [file] };
    await say(opened.id, 'consultation.draftAnswer', unit, 'departmentHandler', detail);
    await say(opened.id, 'consultation.returnDraft', unit, 'departmentLeader', { reason: said }, said);
  }
  return opened;
}

async function say(
  id: string,
  act: string,
  department: string,
  capacity: 'departmentHandler' | 'departmentLeader',
  detail: Record<string, unknown>,
  reason?: string,
): Promise<void> {
  await site.county.dataSource.transaction((manager) =>
    appendEntry(manager, {
      act,
      actor: { account: 'somebody', capacity, department },
      at,
      subject: { kind: processOf(id).kind, id },
      submission: randomUUID(),
      detail,
      reason,
    }),
  );
}

const reader = (username: string): Reader => people.get(username) ?? { department: '', capacities: [] };
const allowed = (username: string, state: CaseState) => viewFor(processOf(state.id), state, reader(username));
const ask = (username: string, address: string) =>
  request(site.app)
    .get(`/api/v1${address}`)
    .set('Authorization', `Bearer ${tokens.get(username)}`);
const page = async (username: string, address: string) => (await site.as(username)).get(address);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(readers)('%s', (username) => {
  test('has over page and interface exactly the cases and of each exactly the state that the processes allow', async () => {
    const wrong: string[] = [];
    for (const state of cases) {
      const view = allowed(username, state);
      const api = await ask(username, `/cases/${state.id}`);
      const { status } = await page(username, `/cases/${state.id}`);
      if (api.status !== (view ? 200 : 404) || status !== api.status) wrong.push(`${state.id} ${api.status} ${status}`);
      if (view) expect((api.body as { state: unknown }).state).toEqual(plain(view.state));
    }
    expect(wrong).toEqual([]);
  });

  test('finds in the list exactly these cases', async () => {
    const { body } = await ask(username, '/cases?pageSize=500');
    const found = (body as { rows: { id: string }[] }).rows.map(({ id }) => id);
    expect(found.sort()).toEqual(
      cases
        .filter((state) => allowed(username, state))
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('reads of the parts of a case exactly those, on its page and in its timeline', async () => {
    for (const parent of cases.filter((state) => allowed(username, state))) {
      const parts = cases.filter((state) => processOf(state.id).parent(state) === parent.id);
      const listed = parts.filter((part) => processOf(part.id).parts.listed === 'each');
      const expected = listed.filter((part) => allowed(username, part)).map(({ id }) => id);
      const entries = (await ask(username, `/cases/${parent.id}/timeline`)).body as { subjectId: string }[];
      const told = new Set(entries.map(({ subjectId }) => subjectId));
      expect([...told].sort()).toEqual([parent.id, ...expected].sort());
      const { text } = await page(username, `/cases/${parent.id}`);
      const linked = parts.filter(({ id }) => text.includes(`href="/cases/${id}"`)).map(({ id }) => id);
      expect(linked.sort()).toEqual(expected.sort());
    }
  });
});

/** Where another unit's own words came out. */
async function leaks(username: string): Promise<string[]> {
  const { department } = reader(username);
  const found: string[] = [];
  for (const mark of planted.filter(({ unit }) => unit !== department)) {
    const parent = processOf(mark.case).parent(round) ?? '';
    const answers: [string, { text: string; status: number }][] = [
      ...(await Promise.all(
        [
          ...[mark.case, parent].flatMap((id) => [`/cases/${id}`, `/cases/${id}/papers`, `/cases/${id}/timeline`]),
          `/joint-checks/${parent.split('/')[1]}/consultations`,
          `/supervision/${mark.case}`,
          `/supervision/${parent}?format=csv`,
        ].map(async (address): Promise<[string, { text: string; status: number }]> => [
          address,
          await page(username, address),
        ]),
      )),
      ...(await Promise.all(
        [`/cases/${mark.case}`, `/cases/${mark.case}/timeline`, `/cases/${parent}/timeline`, '/cases?pageSize=500'].map(
          async (address): Promise<[string, { text: string; status: number }]> => [
            `api ${address}`,
            await ask(username, address),
          ],
        ),
      )),
    ];
    for (const [address, { text }] of answers)
      for (const word of [mark.text, mark.said, mark.file])
        if (text.includes(word)) found.push(`${address} tells ${username} ${word}`);
    if ((await page(username, `/files/${mark.file}`)).status !== 404) found.push(`file of ${mark.unit} to ${username}`);
  }
  return found;
}

test.each([...readers, 'wjw-handler', 'yjj-handler'])(
  '%s meets nowhere what is another unit’s own',
  async (username) => {
    expect(await leaks(username)).toEqual([]);
  },
);

test('every kind that keeps something from its readers is tried here', () => {
  const keeping = Object.values(processes).filter(({ secretOf }) => secretOf !== nothingSecret);
  expect(keeping.map(({ kind }) => kind).sort()).toEqual(['consultation', 'draw']);
});

test('the unit itself reads its words and has its files', async () => {
  for (const { case: id, unit, text, said, file } of planted) {
    const username = `${unit.toLowerCase()}-handler`;
    expect((await page(username, `/cases/${id}`)).text).toContain(text);
    const told = (await ask(username, `/cases/${id}/timeline`)).text;
    for (const word of [text, said, file]) expect(told).toContain(word);
    expect((await page(username, `/files/${file}`)).status).toBe(200);
  }
});

test('an answer that is sent opens its file to everybody who reads the round', async () => {
  const [mark] = planted;
  const letter = round.letters[mark?.unit ?? ''];
  const sent = {
    ...round,
    letters: { ...round.letters, [mark?.unit ?? '']: { ...letter, draft: undefined, answer: letter?.draft } },
  };
  await site.county.dataSource.query('UPDATE official_case SET state = $2 WHERE id = $1', [
    round.id,
    JSON.stringify(sent),
  ]);
  expect((await page(roles.leadHandler, `/files/${mark?.file}`)).status).toBe(200);
  expect((await page(roles.strangerHandler, `/files/${mark?.file}`)).status).toBe(404);
  await site.county.dataSource.query('UPDATE official_case SET state = $2 WHERE id = $1', [
    round.id,
    JSON.stringify(round),
  ]);
});

test('the bundle of a draw goes to departments only when it is opened', async () => {
  for (const username of readers)
    for (const state of cases.filter(({ id }) => id.startsWith('draw/'))) {
      const { status } = await page(username, `/draws/${state.number}/bundle.zip`);
      const view = allowed(username, state);
      const may =
        view && (state.stage === 'opened' || username === roles.officeHandler || username === roles.supervisor);
      // No bundle was drawn in this county: who may have it is told so.
      expect(`${username} ${state.stage} ${status}`).toBe(
        `${username} ${state.stage} ${!view ? 404 : may ? 409 : 403}`,
      );
    }
});

test.each([
  ['seenBy', (process: Taken) => void (process.seenBy = (state: CaseState) => state)],
  ['secretOf', (process: Taken) => void (process.secretOf = { words: [], opened: () => [], kept: () => [] })],
])('with a kind’s %s taken away this test would find it', async (field, takeAway) => {
  const kind: CaseKind = 'consultation';
  const process = processes[kind] as Taken;
  const kept = { ...process };
  takeAway(process);
  try {
    expect((await leaks(roles.leadHandler)).length).toBeGreaterThan(0);
  } finally {
    Object.assign(process, { [field]: kept[field as keyof typeof kept] });
  }
});

type Taken = { -readonly [F in keyof (typeof processes)['consultation']]: (typeof processes)['consultation'][F] };
