import request from 'supertest';
import { documents } from '../../domain/documents/kinds';
import type { VisitState } from '../../domain/visit/state';
import { faces } from '../../api/faces';
import { assemblePapers } from '../../services/documents/assemble-papers';
import { framedPaper } from '../../services/documents/framed-paper';
import { books } from '../../services/books';
import { CountySite } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const visits = () => site.cases.filter((state) => state.id.startsWith('visit/')) as VisitState[];
function visitWhere(what: string, fits: (visit: VisitState) => boolean): VisitState {
  const found = visits().find(fits);
  if (!found) throw new Error(`no visit ${what}`);
  return found;
}

async function asked(username: string, visit: VisitState, document: string): Promise<number> {
  const token = await site.token(username);
  const answer = await request(site.app)
    .post(`/api/v1/cases/${visit.id}/papers/${document}`)
    .set('authorization', `Bearer ${token}`)
    .send({});
  return answer.status;
}

const undated = () => visitWhere('without a day', (visit) => visit.date === undefined);
const unnoticed = () => visitWhere('without a notice', (visit) => visit.stage === 'scheduled');
const unreviewed = () =>
  visitWhere(
    'with a result of the lead that is not reviewed',
    (visit) =>
      visit.stage === 'noticed' && visit.results['SCJG'] !== undefined && visit.results['SCJG'].stage !== 'reviewed',
  );
const reviewed = () =>
  visitWhere('with a reviewed result of the lead', (visit) => visit.results['SCJG']?.stage === 'reviewed');

test('a visit has its notice once that is out, and a result its notice once it is reviewed', async () => {
  expect(await asked('scjg-handler', undated(), 'inspection-notice')).toBe(404);
  expect(await asked('scjg-handler', unnoticed(), 'inspection-notice')).toBe(404);
  expect(await asked('scjg-handler', unreviewed(), 'inspection-notice')).toBe(202);
  expect(await asked('scjg-handler', unreviewed(), 'result-notice')).toBe(404);
  expect(await asked('scjg-handler', reviewed(), 'result-notice')).toBe(202);
  expect(await asked('scjg-handler', reviewed(), 'decision')).toBe(404);
});

test('record form and on-site record are an inspecting department’s own: others who read the visit have none', async () => {
  for (const document of ['record-form', 'onsite-record']) {
    expect(await asked('scjg-handler', unreviewed(), document)).toBe(202);
    expect(await asked('office-handler', unreviewed(), document)).toBe(404);
  }
  const agent = await site.as('office-handler');
  const page = await agent.get(`/cases/${unreviewed().id}/papers`);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('打印现场笔录');
  expect((await (await site.as('scjg-handler')).get(`/cases/${unreviewed().id}/papers`)).text).toContain(
    '打印现场笔录',
  );
});

test('an on-site record names the department’s two officers and the firm, and leaves what was seen to be written', async () => {
  const { id } = unreviewed();
  const row = { key: 'k', kind: 'onsite-record' as const, caseId: id, department: 'SCJG' };
  const { papers } = await assemblePapers(site.county.dataSource, row);
  const frame = { demonstration: true, publicUrl: 'http://127.0.0.1' };
  const paper = documents['onsite-record'].schema.parse(framedPaper('onsite-record', papers[0]?.data ?? {}, frame));
  expect(paper.officers).toHaveLength(2);
  expect(paper.object.name).not.toBe('');
  expect(paper.findings).toBe('');
});

test('a letter of a later round names what changed since the letter before, as that one printed it', async () => {
  const rounds = site.cases.filter(({ id }) => id.startsWith('consultation/'));
  const [first, second] = rounds;
  if (!first || !second) throw new Error('no rounds');
  const letterOf = async (caseId: string) => {
    const row = { key: `${caseId}/letter`, kind: 'consultation-letter' as const, caseId, department: 'SCJG' };
    const { papers } = await assemblePapers(site.county.dataSource, row);
    return {
      papers,
      letter: documents['consultation-letter'].schema.parse(
        framedPaper('consultation-letter', papers[0]?.data ?? {}, {
          demonstration: true,
          publicUrl: 'http://127.0.0.1',
        }),
      ),
    };
  };
  const before = await letterOf(first.id);
  expect(before.letter.since).toBeNull();
  // Nothing of the letter before is kept: this one says so.
  expect((await letterOf(second.id)).letter.since).toBe('notKept');
  const [paper] = before.papers;
  const scheme = { ...before.letter.scheme, windowTo: '2026-12-20' };
  await site.county.dataSource.query(
    `INSERT INTO document (key, kind, case_id, department, title, state, total, content, created_at) VALUES ($1, 'consultation-letter', $2, 'SCJG', 'consultation-letter', 'ready', 1, $3, now())`,
    [`${first.id}/letter`, first.id, JSON.stringify([{ ...paper, data: { ...paper?.data, scheme } }])],
  );
  expect((await letterOf(second.id)).letter.since).toMatchObject({
    parts: ['window'],
    tasks: [],
    scheme: { windowTo: '2026-12-20' },
  });
  expect((await letterOf(first.id)).letter.since).toBeNull();
});

test.each([...faces['joint-check'].prints.papers])(
  '%s of a check is that of each of its visits whose notice is out, in the order of their numbers',
  async (document) => {
    const { check } = reviewed();
    const own = visits().filter(
      ({ check: of, stage, results }) =>
        of === check && stage !== 'cancelled' && results['SCJG'] !== undefined && results['SCJG'].stage !== 'excused',
    );
    const out = (visit: VisitState) => visit.stage === 'noticed' || visit.stage === 'closed';
    const { cases, leftOut } = await books['joint-check'].casesOf(site.county.dataSource, {
      key: 'k',
      kind: document,
      caseId: check,
      department: 'SCJG',
    });
    const ids = (list: VisitState[]) => list.map(({ id }) => id).sort();
    expect(cases.length).toBeGreaterThan(0);
    expect(cases).toEqual(ids(own.filter(out)));
    expect(leftOut.map(({ caseId }) => caseId)).toEqual(ids(own.filter((visit) => !out(visit))));
  },
);
