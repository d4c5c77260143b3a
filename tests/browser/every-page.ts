import { stringify } from 'csv-stringify/sync';
import { faces } from '../../api/faces';
import { pathTo, paths } from '../../api/paths';
import { inspectorColumns } from '../../domain/registers/check-inspector-table';
import { objectColumns } from '../../domain/registers/check-object-table';
import type { CaseState } from '../../domain/process';
import { Scheme } from '../../domain/joint-check/scheme';
import type { JointCheckState } from '../../domain/joint-check/state';
import type { VisitState } from '../../domain/visit/state';
import { recordVisits } from '../../services/cases/record-visits';
import { tokenIn, type CountySite } from '../access/county-site';
import { publish } from '../access/published';
import { ripeCases } from '../access/ripe-cases';
import { written } from '../access/written';
import { Acting } from '../database/cases/acting';
import { drawnCheck } from '../database/cases/drawn-check';
import { schemeOf } from '../database/cases/scheme-of';

/** How many rows stand in lists of many. */
const many = 20;
const drawn = '320723-2026-L0901';
const approved = '320723-2026-L0902';
const at = '2026-11-20T02:00:00.000Z';

/** What a county needs beside its sample cases for every page to have something to show. */
export interface EveryPage {
  /** Cases in which acts are open that none of the samples is open to. */
  cases: CaseState[];
  /** Addresses of what was made here. */
  addresses: string[];
  /** User name of the officer who has to confirm what the first one entered. */
  secondOfficer: string;
}

/** Fills a county so that each page can be opened, lists of many with many rows. */
export async function fillCounty(site: CountySite): Promise<EveryPage> {
  const { dataSource } = site.county;
  const people = new Acting(site.county);
  const first = async (sql: string, values: unknown[] = []) =>
    (await dataSource.query<{ id: string }[]>(sql, values))[0]?.id ?? '';
  const cases = [...ripeCases(site.cases), ...publishedVisits(site)];
  for (const state of cases) await people.put(state);
  const handler = await people.as('scjg-handler', 'departmentHandler');
  const draw = await drawnCheck(people, handler, drawn, Scheme.parse(await schemeOf(dataSource)));
  await people.put(approvedCheck(site));
  await manyRows(site);
  await publish(site, 'SCJG', { at });
  await dataSource.query(`UPDATE account SET machine = true WHERE username = 'yjj-liaison'`);
  const [publication, officer, second, message, account] = await Promise.all([
    first('SELECT id FROM publication LIMIT 1'),
    first(`SELECT id FROM inspector WHERE department = 'SCJG' AND duty_status = 'onDuty' ORDER BY staff_no LIMIT 1`),
    first(
      `INSERT INTO check_object (registration_no, kind, name, name_key, status, address, address_key, responsible_departments)
       SELECT '320723000077774', kind, name, name_key, 'active', address, address_key, '{SCJG}' FROM check_object
       WHERE status = 'active' AND kind = 'enterprise' AND address_key <> '' AND 'SCJG' = ANY(responsible_departments) ORDER BY id LIMIT 1 RETURNING id`,
    ),
    first(
      `INSERT INTO outbox_message (id, platform, key, subject_kind, subject_id, department, line, record_id, payload, state, attempts, created_at)
       SELECT gen_random_uuid(), 'public-credit', 'every-page', 'visit', $1, 'SCJG', 'l', gen_random_uuid(), '{"operation":"i","record":{}}', 'queued', 1, now() RETURNING id`,
      [site.find('visit', 'noticed').id],
    ),
    site.county.accountOf('yjj-liaison'),
  ]);
  const recusal = await first(
    `INSERT INTO recusal_name (inspector_id, given, key, cause) VALUES ($1, '某（无名）公司', '某(无名)公司', 'unknown') RETURNING id`,
    [officer],
  );
  const entered = cases.concat(site.cases).find((state) => resultOf(state)?.stage === 'entered') as VisitState;
  const { officers = [], enteredBy } = resultOf(entered) ?? {};
  const others = await dataSource.query<{ username: string }[]>(
    'SELECT username FROM account WHERE inspector_id = ANY($1::uuid[])',
    [officers.filter((one) => one !== enteredBy)],
  );
  return {
    cases,
    secondOfficer: others[0]?.username ?? '',
    addresses: [
      pathTo('pool', { number: draw.number }),
      pathTo('leftOut', { number: draw.number }),
      pathTo('publicCheck', { number: approved }),
      pathTo('publicResult', { id: publication }),
      pathTo('publicationQueue', { show: 'publish' }),
      pathTo('inspectorRecusal', { id: officer, recusal }),
      pathTo('objectTwin', { id: second }),
      pathTo('connectorMessage', { id: message }),
      pathTo('accountTokens', { id: account }),
      ...(await uploads(site)),
      ...Object.values(faces).flatMap((face) => Object.keys(face.many).map((act) => pathTo('manyActs', { act }))),
      pathTo('cases', { kind: 'visit' }),
      pathTo('supervision', { kind: 'joint-check' }),
    ],
  };
}

const resultOf = (state: CaseState) => (state as VisitState).results?.['SCJG'];

/** A result on show, which its leader may take back. */
function publishedVisits(site: CountySite): VisitState[] {
  const sample = site.cases.find((state) => resultOf(state)?.stage === 'reviewed') as VisitState;
  const number = '320723-2026-L0001-C1-J00102';
  const state = structuredClone({ ...sample, id: `visit/${number}`, number, sequence: 102 });
  for (const result of Object.values(state.results))
    Object.assign(result, { publication: 'published', publishedVersion: 1 });
  return [state];
}

function approvedCheck(site: CountySite): JointCheckState {
  const check = site.find('joint-check', 'underway') as JointCheckState;
  const decision = {
    outcome: 'approve' as const,
    conditions: [],
    by: 'somebody',
    at,
    decidedBy: 'somebody',
    decidedAt: at,
  };
  return { ...check, id: `joint-check/${approved}`, number: approved, decision };
}

/** Results to review and visits to date, as many as a list of many is made for. */
async function manyRows(site: CountySite): Promise<void> {
  const samples = [
    site.cases.find((state) => resultOf(state)?.stage === 'confirmed'),
    site.cases.find((state) => state.id.startsWith('visit/') && state.stage === 'awaitingDate'),
  ] as VisitState[];
  const made = samples.flatMap((sample, place) =>
    Array.from({ length: many }, (_, row): VisitState => {
      const sequence = 200 + place * 100 + row;
      const number = `320723-2026-L0001-C1-J${String(sequence).padStart(5, '0')}`;
      return { ...structuredClone(sample), id: `visit/${number}`, number, sequence };
    }),
  );
  await recordVisits(site.county.dataSource, made, written(''));
}

/** Files that were uploaded and are looked at before they are taken, each with something to say about a row. */
async function uploads(site: CountySite): Promise<string[]> {
  const agent = await site.as('scjg-handler');
  const sent = async (path: string, columns: readonly string[], cells: Record<string, string>) => {
    const form = await agent.get(path);
    const content = Buffer.from(stringify([[...columns], columns.map((column) => cells[column] ?? '')]));
    const answer = await agent.post(path).field('_csrf', tokenIn(form.text)).attach('file', content, 'one.csv');
    return String(answer.headers['location']);
  };
  return [
    await sent(paths.objectsLoad, objectColumns, { 企业名称: '灌云上传有限公司', 统一社会信用代码: '91320723' }),
    await sent(paths.inspectorsLoad, inspectorColumns, { 工号: 'X1', 姓名: '某某', 单位: '县市场监督管理局' }),
  ];
}
