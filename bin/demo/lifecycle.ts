import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import type { ResultState, VisitState } from '../../domain/visit/state';
import type { People } from './people';

export interface Lifecycle {
  number: string;
  drawn: number;
  visited: number;
  published: number;
  referred: number;
}

/** Drives one joint check from its proposal to its referrals, each step under the account of whoever does it. */
export async function driveLifecycle(people: People, base: string, run: { index: number; log(line: string): void }): Promise<Lifecycle> {
  const lead = 'SCJG';
  const participants = run.index % 2 === 0 ? ['WJW', 'YJJ'] : ['YJJ', 'STHJ'];
  const departments = [lead, ...participants];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = Date.now();
    const outcome = await work();
    run.log(`${String(Date.now() - began).padStart(6)} ms  ${what}`);
    return outcome;
  };

  const handler = people.of(lead, 'handler');
  const items = await handler.get<{ code: string; department: string }[]>('/api/v1/items');
  const itemsOf = (department: string) => items.filter((item) => item.department === department).slice(0, 3).map((item) => item.code);
  const today = dayIn(0);
  const scheme = {
    title: `演示联合抽查第${run.index + 1}次`,
    purpose: '演示从拟定到移送的全过程',
    tasks: departments.map((department) => ({ department, items: itemsOf(department), officers: 2, qualifications: [] })),
    scope: { kinds: ['enterprise', 'individualBusiness'] },
    strata: [
      { riskClass: 'C', count: 2 },
      { riskClass: 'D', count: 2 },
    ],
    windowFrom: today,
    windowTo: dayIn(45),
    objectsPerTrip: 2,
  };

  const check = await timed('propose', () => handler.act('jointCheck.propose', undefined, { scheme }));
  run.log(`          ${check.number}`);
  await timed('consult', () => handler.act('jointCheck.consult', check.caseId, {}));
  const round = `consultation/${check.number}-1`;
  for (const [index, department] of participants.entries()) {
    await timed(`${department} liaison hands on`, () => people.of(department, 'liaison').act('consultation.handOn', round, {}));
    const answer = index === 0 ? { verdict: 'agree' } : { verdict: 'agreeWithComments', reasons: '建议与本部门年度计划合并实施。' };
    await timed(`${department} drafts`, () => people.of(department, 'handler').act('consultation.draftAnswer', round, answer));
    await timed(`${department} answers`, () => people.of(department, 'leader').act('consultation.sendAnswer', round, {}));
  }
  await untilStage(() => handler.get(`/api/v1/cases/${check.caseId}`), (view) => (view.acts ?? []).includes('jointCheck.submit'));
  await timed('submit', () => handler.act('jointCheck.submit', check.caseId, {}));
  await timed('office proposes', () =>
    people.named('office-handler').act('jointCheck.proposeDecision', check.caseId, { outcome: 'approveWithConditions', basis: 'authorisation', authorisation: 'demo-standing-1', conditions: ['检查前向参与部门发送日程'] }),
  );
  await timed('director decides', () => people.named('office-director').act('jointCheck.decide', check.caseId, { consent: 'confirm' }));
  await timed('lead fulfils the condition', () => handler.act('jointCheck.fulfilCondition', check.caseId, { condition: 0, note: '日程已发送。' }));

  const batch = `${check.number}-1`;
  const draw = `draw/${batch}`;
  await untilStage(() => handler.get(`/api/v1/cases/${draw}`), (view) => view.stage === 'awaitingFreeze');
  await timed('lead freezes', () => handler.act('draw.freeze', draw, {}));
  await timed('office draws', () => people.named('office-handler').act('draw.hold', draw, {}));
  await untilStage(() => handler.get(`/api/v1/cases/${check.caseId}`), (view) => view.stage === 'underway');

  const { rows: visits } = await handler.get<{ rows: { id: string }[] }>(`/api/v1/cases?kind=visit&parent=${encodeURIComponent(check.caseId)}&pageSize=500`);
  let published = 0;
  let referred = 0;
  for (const [index, { id }] of visits.entries()) {
    await timed(`visit ${index + 1}: date and notice`, async () => {
      await handler.act('visit.setDate', id, { date: today });
      await handler.act('visit.issueNotice', id, {});
    });
    const { state } = await handler.get<{ state: VisitState }>(`/api/v1/cases/${id}`);
    for (const [department, result] of Object.entries(state.results)) {
      const adverse = index === 0 && department === lead;
      await timed(`visit ${index + 1}: ${department} result to publication`, () => resultToPublication(department, result, id, adverse));
      published += 1;
      if (adverse) referred += await timed(`visit ${index + 1}: referrals`, () => refer(id));
    }
  }
  await untilStage(() => handler.get(`/api/v1/cases/${check.caseId}`), (view) => view.stage === 'completed');
  await readBack(published);
  return { number: check.number, drawn: visits.length, visited: visits.length, published, referred };

  async function resultToPublication(department: string, result: ResultState, id: string, adverse: boolean): Promise<void> {
    const [first = '', second = ''] = result.officers;
    const one = await people.officer(department, first);
    const other = await people.officer(department, second);
    const common = { completedOn: today, methods: ['onSite'], signature: 'signed' };
    if (adverse) {
      const rows = itemsOf(department).map((item, place) => (place === 0 ? { item, finding: 'problem', problem: '公示的年报资产总额与账簿不符。', handling: '当场告知，固定证据。' } : { item, finding: 'inOrder' }));
      await one.act('visit.enterResult', id, { ...common, code: 'C', followUp: 'caseUnit', rows });
    } else await one.act('visit.allInOrder', id, common);
    await other.act('visit.confirmResult', id, { version: 1 });
    await people.of(department, 'leader').act('visit.reviewResult', id, { verdict: 'pass', version: 1 });
    await people.of(department, 'handler').act('visit.publishResult', id, { version: 1 });
  }

  /** Completes and sends every draft that the adverse result led to, and waits for its receipt. */
  async function refer(visit: string): Promise<number> {
    const drafts = await handler.get<{ rows: { id: string; number: string }[] }>(`/api/v1/cases?kind=referral&parent=${encodeURIComponent(visit)}`);
    for (const { id } of drafts.rows) {
      await handler.act('referral.amend', id, { facts: '年报公示信息与账簿不符，涉嫌隐瞒真实情况。', legalBasis: '《企业信息公示暂行条例》第十八条', catalogueCode: '99000000000001' });
      await people.of(lead, 'leader').act('referral.dispatch', id, {});
      const { state } = await handler.get<{ state: { addressee?: string } }>(`/api/v1/cases/${id}`);
      if (state.addressee) await people.of(state.addressee, 'handler').act('referral.receive', id, {});
      const received = await untilStage(() => handler.get(`/api/v1/cases/${id}`), (view) => view.stage === 'received' || view.stage === 'concluded');
      if (received.stage === 'received') await handler.act('referral.reportOutcome', id, { statement: '已立案查处，案件办结后另行通报。' });
    }
    await handler.act('visit.concludeDisposition', visit, { statement: '已移交办案机构并报送信用信息，后续处理完毕。' });
    return drafts.rows.length;
  }

  /** What the public and the supervisor see must be what was done. */
  async function readBack(expected: number): Promise<void> {
    const list = (await (await fetch(`${base}/public/results?format=json`)).json()) as { results: { checkNumber: string }[] };
    const shown = list.results.filter((result) => result.checkNumber === check.number).length;
    if (shown !== expected) throw new Error(`The public sees ${shown} results of ${check.number}, ${expected} were published`);
    const timeline = await people.named('supervisor').get<{ act: string }[]>(`/api/v1/cases/${check.caseId}/timeline`);
    for (const act of ['jointCheck.propose', 'consultation.sendAnswer', 'jointCheck.decide', 'draw.freeze', 'draw.hold', 'jointCheck.complete']) {
      if (!timeline.some((entry) => entry.act === act)) throw new Error(`The supervisor does not find ${act} in the timeline of ${check.number}`);
    }
  }
}

interface CaseAnswer {
  stage: string;
  acts?: string[];
}

async function untilStage(read: () => Promise<CaseAnswer>, reached: (view: CaseAnswer) => boolean): Promise<CaseAnswer> {
  const end = Date.now() + 180_000;
  for (;;) {
    const view = await read();
    if (reached(view)) return view;
    if (Date.now() > end) throw new Error(`A stage was not reached in time: ${JSON.stringify(view).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function dayIn(days: number): string {
  return shiftDay(shanghaiDay(Date.now()), days);
}
