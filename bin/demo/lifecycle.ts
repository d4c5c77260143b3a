import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { atOnce } from '../bench/check/at-once';
import { inspectVisit } from './inspect-visit';
import type { People } from './people';
import { printForms } from './print-forms';
import { everyActOnce, readBack } from './read-back';
import { strataFor } from './strata';
import { untilStage } from './until-stage';

export interface Lifecycle {
  number: string;
  drawn: number;
  visited: number;
  published: number;
  referred: number;
  /** Acts that were acknowledged, each found recorded once. */
  acts: number;
}

export interface LifecycleRun {
  index: number;
  /** Objects to draw. */
  objects: number;
  /** Visits that are under way at the same time. */
  lanes: number;
  log(line: string): void;
}

/** How often the progress of many visits is said. */
const saidEvery = 100;

/** Drives one joint check from its proposal to its referrals, each step under the account of whoever does it. */
export async function driveLifecycle(people: People, base: string, run: LifecycleRun): Promise<Lifecycle> {
  const lead = 'SCJG';
  const many = run.objects > saidEvery;
  // Of thousands of visits each participant more is thousands of acts more: one stands for all.
  const participants = many ? ['YJJ'] : run.index % 2 === 0 ? ['WJW', 'YJJ'] : ['YJJ', 'STHJ'];
  const departments = [lead, ...participants];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = Date.now();
    const outcome = await work();
    run.log(`${String(Date.now() - began).padStart(6)} ms  ${what}`);
    return outcome;
  };

  const handler = people.of(lead, 'handler');
  const items = await handler.get<{ code: string; department: string }[]>('/api/v1/items');
  const itemsOf = (department: string) =>
    items
      .filter((item) => item.department === department)
      .slice(0, 3)
      .map((item) => item.code);
  const today = shanghaiDay(Date.now());
  // The demonstration's own cases leave a batch of enterprises and individual businesses frozen: none of them can be frozen again.
  const scope = { kinds: ['cooperative', 'nonEnterpriseUnit'] };
  const scheme = {
    title: `演示联合抽查第${run.index + 1}次`,
    purpose: '演示从拟定到移送的全过程',
    tasks: departments.map((department) => ({
      department,
      items: itemsOf(department),
      officers: 2,
      qualifications: [],
    })),
    scope,
    strata: await strataFor(handler, scope, run.objects),
    windowFrom: today,
    windowTo: shiftDay(today, 45),
    objectsPerTrip: 2,
  };

  const check = await timed('propose', () => handler.act('jointCheck.propose', undefined, { scheme }));
  run.log(`          ${check.number}`);
  await timed('consult', () => handler.act('jointCheck.consult', check.caseId, {}));
  const round = `consultation/${check.number}-Z1`;
  for (const [index, department] of participants.entries()) {
    await timed(`${department} liaison hands on`, () =>
      people.of(department, 'liaison').act('consultation.handOn', round, {}),
    );
    const answer =
      index === 0 ? { verdict: 'agree' } : { verdict: 'agreeWithComments', reasons: '建议与本部门年度计划合并实施。' };
    await timed(`${department} drafts`, () =>
      people.of(department, 'handler').act('consultation.draftAnswer', round, answer),
    );
    await timed(`${department} answers`, () =>
      people.of(department, 'leader').act('consultation.sendAnswer', round, {}),
    );
  }
  await untilStage(
    () => handler.get(`/api/v1/cases/${check.caseId}`),
    (view) => (view.acts ?? []).includes('jointCheck.submit'),
  );
  await timed('submit', () => handler.act('jointCheck.submit', check.caseId, {}));
  await timed('office proposes', () =>
    people.named('office-handler').act('jointCheck.proposeDecision', check.caseId, {
      outcome: 'approveWithConditions',
      basis: 'authorisation',
      authorisation: 'demo-standing-1',
      conditions: ['检查前向参与部门发送日程'],
    }),
  );
  await timed('director decides', () =>
    people.named('office-director').act('jointCheck.decide', check.caseId, { consent: 'confirm' }),
  );
  await timed('lead fulfils the condition', () =>
    handler.act('jointCheck.fulfilCondition', check.caseId, { condition: 0, note: '日程已发送。' }),
  );

  const draw = `draw/${check.number}-C1`;
  await untilStage(
    () => handler.get(`/api/v1/cases/${draw}`),
    (view) => view.stage === 'awaitingFreeze',
  );
  await timed('lead freezes', () => handler.act('draw.freeze', draw, {}));
  await timed('office draws', () => people.named('office-handler').act('draw.hold', draw, {}));
  await timed('visits open', () =>
    untilStage(
      () => handler.get(`/api/v1/cases/${check.caseId}`),
      (view) => view.stage === 'underway',
    ),
  );
  if (many) await timed('every record form as one file', () => printForms(handler, check.caseId));

  const visits = await visitsOf(check.caseId);
  const begun = Date.now();
  const total = { visited: 0, published: 0, referred: 0 };
  await atOnce(run.lanes, [...visits.entries()], async ([index, id]) => {
    const log = many ? () => undefined : (line: string) => run.log(`          ${line}`);
    const outcome = await timedUnlessMany(`visit ${index + 1} of ${visits.length}`, () =>
      inspectVisit(people, id, { lead, itemsOf, today, adverse: index === 0, log }),
    );
    total.visited += 1;
    total.published += outcome.published;
    total.referred += outcome.referred;
    if (many && total.visited % saidEvery === 0)
      run.log(
        `${String(Date.now() - begun).padStart(6)} ms  ${total.visited} of ${visits.length} visits inspected and published`,
      );
  });
  await timed('completed', () =>
    untilStage(
      () => handler.get(`/api/v1/cases/${check.caseId}`),
      (view) => view.stage === 'completed',
    ),
  );
  await readBack(people, base, check, total.published);
  const acts = await everyActOnce(people, check.number);
  return { number: check.number, drawn: visits.length, ...total, acts };

  function timedUnlessMany<T>(what: string, work: () => Promise<T>): Promise<T> {
    return many ? work() : timed(what, work);
  }

  async function visitsOf(checkId: string): Promise<string[]> {
    const ids: string[] = [];
    let after = '';
    for (;;) {
      const { rows, next } = await handler.get<{ rows: { id: string }[]; next: string | null }>(
        `/api/v1/cases?kind=visit&parent=${encodeURIComponent(checkId)}&pageSize=500${after}`,
      );
      ids.push(...rows.map(({ id }) => id));
      if (next === null) return ids;
      after = `&after=${encodeURIComponent(next)}`;
    }
  }
}
