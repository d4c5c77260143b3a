import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { documentPrinter } from '../../bin/compose/document-printer';
import { openVisit, type VisitState } from '../../domain/visit/state';
import { recordVisits } from '../../services/cases/record-visits';
import { assemblePapers } from '../../services/documents/assemble-papers';
import { issueDocument } from '../../services/documents/issue-document';
import type { DocumentState } from '../../services/queries/cases/find-document';
import { editDepartment } from '../../services/registers/edit-department';
import { loadObjects } from '../../services/registers/load-objects';
import { commandOf } from '../database/registers/at-the-desk';
import { CountySite, tokenIn } from '../access/county-site';
import { written } from '../access/written';
import { readPdf, wordsOf } from './read-pdf';
import { browserPath } from './renderer';

const lead = 'SCJG';
const number = '320723-2026-L0006';
const since = '2026-11-20T02:00:00.000Z';
const casesOfTrials = join(__dirname, '..', 'fixtures', 'cases');
const printer = documentPrinter({ browserPath: async () => browserPath() });

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
  await load('19a-rare-names.csv');
  await load('07a-marks-nobody-sees.csv');
  await openVisits();
});
afterAll(async () => {
  await printer.close();
  await site?.close();
});

async function load(name: string): Promise<void> {
  const account = await site.county.accountOf('scjg-handler');
  const report = await loadObjects(site.county.dataSource, {
    actor: { account, department: lead, capacity: 'departmentHandler' },
    at: new Date(since),
    submission: randomUUID(),
    fileName: name,
    content: readFileSync(join(casesOfTrials, name)),
    dryRun: false,
    today: '2026-11-24',
  });
  if (report.state !== 'loaded') throw new Error(`${name}: ${JSON.stringify(report)}`);
}

/** One visit a firm of the trials, all noticed, and two more that are not: one without a day. */
async function openVisits(): Promise<void> {
  const firms: { id: string; uscc: string }[] = await site.county.dataSource.query(
    `SELECT id, uscc FROM check_object WHERE uscc LIKE '91320723MARW19%' OR uscc LIKE '91320723MARW07%' ORDER BY uscc`,
  );
  const officers = Object.fromEntries(
    Object.entries((site.find('visit', 'noticed') as VisitState).results).map(([unit, result]) => [
      unit,
      result.officers,
    ]),
  );
  const visits = [...firms, ...firms.slice(-2)].map(({ id }, index): VisitState => ({
    ...openVisit({
      batch: `${number}-C1`,
      check: `joint-check/${number}`,
      checkNumber: number,
      lead,
      sequence: index + 1,
      object: id,
      windowFrom: '2026-11-01',
      windowTo: '2026-12-31',
      officers,
      at: since,
    }),
    stage: index < firms.length ? 'noticed' : index === firms.length ? 'scheduled' : 'awaitingDate',
    ...(index <= firms.length ? { date: '2026-12-01' } : {}),
  }));
  await recordVisits(site.county.dataSource, visits, written(since));
}

async function ask(
  subject: string,
  document: string,
): Promise<{ key: string; paper: DocumentState; pdf: () => Promise<Buffer> }> {
  const authorization = `Bearer ${await site.token('scjg-handler')}`;
  const answer = await request(site.app)
    .post(`/api/v1/cases/${subject}/papers/${document}`)
    .set('authorization', authorization)
    .send({});
  expect(answer.status).toBe(202);
  const { key } = answer.body as { key: string };
  await issueDocument(
    site.county.dataSource,
    printer,
    { demonstration: true, publicUrl: 'http://127.0.0.1' },
    key,
    () => undefined,
  );
  const paper = (await request(site.app).get('/api/v1/papers').query({ key }).set('authorization', authorization))
    .body as DocumentState;
  return {
    key,
    paper,
    async pdf() {
      const rows: { content: Buffer }[] = await site.county.dataSource.query(
        'SELECT content FROM stored_file WHERE id = $1',
        [paper.fileId],
      );
      return rows[0]?.content ?? Buffer.alloc(0);
    },
  };
}
const pageOf = async (key: string) =>
  (await (await site.as('scjg-handler')).get('/documents/file').query({ key })).text;
const rename = (uscc: string, name: string) =>
  site.county.dataSource.query('UPDATE check_object SET name = $2 WHERE uscc = $1', [uscc, name]);
const wordsOfPdf = async (pdf: Buffer) => wordsOf((await readPdf(pdf)).pages);

test('a character that no font has keeps only its own paper back, says where it stands, and the paper comes once it is mended', async () => {
  const first = await ask(`joint-check/${number}`, 'record-form');
  expect(first.paper.state).toBe('ready');
  expect(first.paper.failures).toMatchObject([
    {
      object: '灌云𠮷记一九〇二号饭店',
      characters: ['𠮷'],
      places: [{ field: 'object', text: '灌云𠮷记一九〇二号饭店' }],
    },
    { object: '灌云测例一九〇三号饭店', characters: ['䶮'], places: [{ field: 'legalRepresentative', text: '测䶮' }] },
  ]);
  const words = await wordsOfPdf(await first.pdf());
  for (const firm of ['一九〇一号', '一九〇四号']) expect(words).toContain(firm);
  for (const firm of ['一九〇二号', '一九〇三号']) expect(words).not.toContain(firm);

  const page = await pageOf(first.key);
  for (const said of [
    '灌云𠮷记一九〇二号饭店',
    'U+20BB7',
    'U+4DAE',
    '法定代表人（负责人）“测䶮”',
    '重新生成',
    '打开文书',
  ])
    expect(page).toContain(said);

  await rename('91320723MARW19021J', '灌云吉记一九〇二号饭店');
  await site.county.dataSource.query(
    `UPDATE check_object SET legal_representative = '测岩' WHERE uscc = '91320723MARW1903XA'`,
  );
  const second = await ask(`joint-check/${number}`, 'record-form');
  expect(second.paper).toMatchObject({ state: 'ready', failures: [] });
  expect(await wordsOfPdf(await second.pdf())).toMatch(/灌云吉记一九〇二号饭店.*测岩/);
  await rename('91320723MARW19021J', '灌云𠮷记一九〇二号饭店');
});

test('visits without a day or a notice are left out of a batch, and listed', async () => {
  const { paper, key } = await ask(`joint-check/${number}`, 'inspection-notice');
  expect(paper.leftOut.map(({ why }) => why)).toEqual(['unnoticed', 'undated']);
  const page = await pageOf(key);
  expect(page).toContain('检查日期未定');
  expect(page).toContain('检查通知未发出');
});

test('names with marks that nobody sees are printed', async () => {
  const { pdf } = await ask(`joint-check/${number}`, 'onsite-record');
  const words = await wordsOfPdf(await pdf());
  for (const firm of ['七〇一', '七〇二', '七〇三', '七〇四', '七〇五', '七〇六']) expect(words).toContain(`${firm}号`);
});

test('the same asked again is the same paper; a change makes another, and the earlier says since when it is overtaken', async () => {
  const { id, object } = site.cases.find(
    (state) => state.id.startsWith('visit/') && state.stage === 'noticed',
  ) as VisitState;
  const first = await ask(id, 'record-form');
  expect((await ask(id, 'record-form')).key).toBe(first.key);
  expect(await pageOf(first.key)).not.toContain('不再使用');

  await site.county.dataSource.query(`UPDATE check_object SET address = '灌云县伊山镇新址1号' WHERE id = $1`, [object]);
  const second = await ask(id, 'record-form');
  expect(second.key).not.toBe(first.key);
  expect(await wordsOfPdf(await second.pdf())).toContain('灌云县伊山镇新址1号');
  expect(await pageOf(first.key)).toMatch(/自2026年.*起，内容已有变化，本件不再使用。/);
  expect(await pageOf(second.key)).not.toContain('不再使用');
});

test('the page of a print offers the file, and what failed is made anew when it is asked for again', async () => {
  const [visit] = (await site.county.dataSource.query(
    `SELECT c.id FROM official_case c JOIN check_object o ON o.id = c.subject_id WHERE c.parent_id = $1 AND o.uscc = '91320723MARW19021J'`,
    [`joint-check/${number}`],
  )) as { id: string }[];
  const failed = await ask(visit?.id ?? '', 'onsite-record');
  expect(failed.paper.state).toBe('failed');
  const agent = await site.as('scjg-handler');
  const page = (await agent.get('/documents/file').query({ key: failed.key })).text;
  expect(page).toContain('U+20BB7');

  await rename('91320723MARW19021J', '灌云吉记一九〇二号饭店');
  const again = await agent
    .post('/documents/again')
    .type('form')
    .send({ _csrf: tokenIn(page), key: failed.key });
  expect(again.status).toBe(303);
  const key = new URL(again.headers['location'] ?? '', 'http://x').searchParams.get('key') ?? '';
  expect(await pageOf(key)).toContain('可以离开本页');
  await issueDocument(
    site.county.dataSource,
    printer,
    { demonstration: true, publicUrl: 'http://127.0.0.1' },
    key,
    () => undefined,
  );
  const ready = await pageOf(key);
  expect(ready).toMatch(/href="\/files\/[0-9a-f-]{36}"[^>]*>打开文书（PDF，/);
});

test('after a unit and an item are renamed a paper of before is the same byte for byte; one only queued is drawn as it was ordered', async () => {
  const { dataSource } = site.county;
  const drawn = await ask(`joint-check/${number}`, 'inspection-notice');
  const bytes = await drawn.pdf();
  const subject = site.find('joint-check', 'awaitingApproval').id;
  const queued = { key: `${subject}/paper-of-then` };
  const [{ data } = { data: {} }] = (
    await assemblePapers(dataSource.manager, {
      ...drawn,
      kind: 'inspection-notice',
      caseId: `joint-check/${number}`,
      department: null,
    })
  ).papers;
  await dataSource.query(
    `INSERT INTO document (key, kind, case_id, title, state, total, content, created_at) VALUES ($1, 'inspection-notice', $2, 'x', 'queued', 1, $3, now())`,
    [queued.key, subject, JSON.stringify([{ caseId: subject, data }])],
  );
  const rename = async (version: number, fullName: string) =>
    editDepartment(dataSource, {
      ...(await commandOf(site.county, 'office-handler')),
      ...{ id: lead, version, cause: 'amended', values: { fullName } },
    });
  const [unit]: { version: number; name: string }[] = await dataSource.query(
    'SELECT version, full_name AS name FROM department WHERE code = $1',
    [lead],
  );
  if (!unit) throw new Error('no unit');
  await rename(unit.version, '灌云县市场综合监管局');
  try {
    const frame = { demonstration: true, publicUrl: 'http://127.0.0.1' };
    for (const key of [drawn.key, queued.key]) await issueDocument(dataSource, printer, frame, key, () => undefined);
    expect((await drawn.pdf()).equals(bytes)).toBe(true);
    const [later]: { content: Buffer }[] = await dataSource.query(
      'SELECT f.content FROM document d JOIN stored_file f ON f.id = d.file_id WHERE d.key = $1',
      [queued.key],
    );
    const words = await wordsOfPdf(later?.content ?? Buffer.alloc(0));
    expect(words).toContain(unit.name);
    expect(words).not.toContain('综合监管局');
    // Asked for again it is another paper, which overtakes the one of before and leaves it as it is.
    const anew = await ask(`joint-check/${number}`, 'inspection-notice');
    expect(anew.key).not.toBe(drawn.key);
    expect(await wordsOfPdf(await anew.pdf())).toContain('灌云县市场综合监管局');
    expect((await drawn.pdf()).equals(bytes)).toBe(true);
    expect(await pageOf(drawn.key)).toMatch(/自.*起/);
  } finally {
    await rename(unit.version + 1, unit.name);
  }
});
