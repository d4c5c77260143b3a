import { yearAndSerialOf } from '../../../domain/numbers';
import type { DrawState } from '../../../domain/draw/state';
import type { VisitState } from '../../../domain/visit/state';
import type { CountyEngine } from './county-engine';
import { until } from './until';

export const lead = 'SCJG';
export const participants = ['WJW', 'YJJ'];

/** The legal day of now in the county, `days` later. */
export function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** A scheme that the small county can carry out. */
export async function schemeFor(
  county: CountyEngine,
  more: Record<string, unknown> = {},
  departments = [lead, ...participants],
): Promise<Record<string, unknown>> {
  const rows: { code: string; department: string }[] = await county.dataSource.query(
    'SELECT code, department FROM check_item ORDER BY code',
  );
  const itemsOf = (department: string) =>
    rows
      .filter((row) => row.department === department)
      .slice(0, 2)
      .map(({ code }) => code);
  return {
    title: '联合抽查的测试',
    tasks: departments.map((department) => ({ department, items: itemsOf(department), officers: 2 })),
    scope: {},
    strata: [{ scale: 'general', grade: 'C', count: 1 }],
    windowFrom: dayIn(0),
    windowTo: dayIn(30),
    objectsPerTrip: 1,
    ...more,
  };
}

/** Proposes a check; one that is to get a given number, when the numbers before it are taken. */
export async function propose(
  county: CountyEngine,
  number?: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  if (number) await takeNumbersBefore(county, number);
  const input = { scheme: await schemeFor(county, more) };
  const receipt = await county.act({ by: 'scjg-handler', act: 'jointCheck.propose', input });
  if (number && receipt.number !== number) throw new Error(`the check was to be ${number} and is ${receipt.number}`);
  return receipt.caseId;
}

/** Has the next check get this number. */
export async function takeNumbersBefore(county: CountyEngine, number: string): Promise<void> {
  const { year, serial } = yearAndSerialOf(number);
  if (serial === 1) return;
  await county.dataSource.query(
    `INSERT INTO case_number (kind, year, serial, submission) VALUES ('joint-check', $1, $2, $3) ON CONFLICT DO NOTHING`,
    [year, serial - 1, `before ${number}`],
  );
}

/** Waits until the row of a case is in a stage. */
export async function stage(county: CountyEngine, caseId: string, wanted: string): Promise<void> {
  await until(
    () => county.state(caseId),
    (state) => state?.stage === wanted,
  );
}

/** A check from its proposal to its approval; every participant agrees. */
export async function approve(
  county: CountyEngine,
  number?: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const check = await propose(county, number, more);
  await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check });
  const round = `consultation/${check.slice('joint-check/'.length)}-Z1`;
  await stage(county, round, 'open');
  for (const department of participants) {
    const unit = department.toLowerCase();
    await answer(county, round, unit);
  }
  await until(
    () => county.state<{ id: string; number: string; stage: string; since: string; openRound?: unknown }>(check),
    (state) => state?.openRound === undefined,
  );
  await county.act({ by: 'scjg-handler', act: 'jointCheck.submit', on: check });
  const input = { outcome: 'approve', basis: 'authorisation', authorisation: 'demo-standing-1' };
  await county.act({ by: 'office-handler', act: 'jointCheck.proposeDecision', on: check, input });
  await county.act({ by: 'office-director', act: 'jointCheck.decide', on: check, input: { consent: 'confirm' } });
  return check;
}

async function answer(county: CountyEngine, round: string, unit: string): Promise<void> {
  // The round's workflow starts after the act that opened it: a first attempt may come too early.
  await until(
    () => county.attempt({ by: `${unit}-liaison`, act: 'consultation.handOn', on: round }),
    (outcome) => outcome.kind === 'done',
  );
  await county.act({ by: `${unit}-handler`, act: 'consultation.draftAnswer', on: round, input: { verdict: 'agree' } });
  await county.act({ by: `${unit}-leader`, act: 'consultation.sendAnswer', on: round });
}

/** Freezes and holds the draw of an approved check; gives the visits that it led to. */
export async function draw(county: CountyEngine, number: string): Promise<string[]> {
  const batch = `draw/${number}-C1`;
  await stage(county, batch, 'awaitingFreeze');
  await until(
    () => county.attempt({ by: 'scjg-handler', act: 'draw.freeze', on: batch }),
    (outcome) => outcome.kind === 'done',
  );
  await county.act({ by: 'office-handler', act: 'draw.hold', on: batch });
  await stage(county, `joint-check/${number}`, 'underway');
  const rows: { id: string }[] = await county.dataSource.query(
    `SELECT id FROM official_case WHERE kind = 'visit' AND parent_id = $1 ORDER BY id`,
    [`joint-check/${number}`],
  );
  return rows.map(({ id }) => id);
}

/** A visit from its date to its end; the lead's result is adverse and is referred, the others are in order. */
export async function visit(county: CountyEngine, id: string): Promise<void> {
  await county.act({ by: 'scjg-handler', act: 'visit.setDate', on: id, input: { date: dayIn(0) } });
  await county.act({ by: 'scjg-handler', act: 'visit.issueNotice', on: id });
  const state = await county.state<VisitState>(id);
  for (const [department, result] of Object.entries(state?.results ?? {})) {
    const [one = '', other = ''] = await Promise.all(
      result.officers.slice(0, 2).map((officer) => county.officer(officer)),
    );
    await enter(county, id, department, one);
    await county.act({ by: other, act: 'visit.confirmResult', on: id, input: { version: 1 } });
    const unit = department.toLowerCase();
    await county.act({
      by: `${unit}-leader`,
      act: 'visit.reviewResult',
      on: id,
      input: { verdict: 'pass', version: 1 },
    });
    await county.act({ by: `${unit}-handler`, act: 'visit.publishResult', on: id, input: { version: 1 } });
  }
}

/** Enters a department's result of a visit: the lead's is adverse, the others are in order. */
export async function enter(county: CountyEngine, id: string, department: string, by: string): Promise<void> {
  const common = { completedOn: dayIn(0), methods: ['onSite'], signature: 'signed' };
  if (department !== lead) {
    await county.act({ by, act: 'visit.allInOrder', on: id, input: common });
    return;
  }
  const scheme = (await county.state<DrawState>(`draw/${id.slice('visit/'.length).replace(/-J\d{5}$/, '')}`))?.scheme;
  const items = scheme?.tasks.find((task) => task.department === lead)?.items ?? [];
  const rows = items.map((item, place) =>
    place === 0 ? { item, finding: 'problem', problem: '账簿与年报不符。' } : { item, finding: 'inOrder' },
  );
  await county.act({
    by,
    act: 'visit.enterResult',
    on: id,
    input: { ...common, code: 'C', followUp: 'caseUnit', rows },
  });
}

/** Completes, sends and concludes every referral of a visit, then ends the disposition; gives the referrals. */
export async function refer(county: CountyEngine, visitId: string): Promise<string[]> {
  const rows: { id: string }[] = await county.dataSource.query(
    'SELECT id FROM referral WHERE visit_id = $1 ORDER BY id',
    [visitId],
  );
  for (const { id } of rows) {
    const input = {
      facts: '年报公示信息与账簿不符。',
      legalBasis: '《企业信息公示暂行条例》第十八条',
      catalogueCode: '99000000000001',
    };
    await until(
      () => county.attempt({ by: 'scjg-handler', act: 'referral.amend', on: id, input }),
      (outcome) => outcome.kind === 'done',
    );
    await county.act({ by: 'scjg-leader', act: 'referral.dispatch', on: id });
    const state = await county.state<{ id: string; number: string; stage: string; since: string; addressee?: string }>(
      id,
    );
    if (state?.addressee)
      await county.act({ by: `${state.addressee.toLowerCase()}-handler`, act: 'referral.receive', on: id });
    const sent = await until(
      () => county.state(id),
      (now) => now?.stage === 'received' || now?.stage === 'concluded',
    );
    if (sent?.stage === 'received')
      await county.act({
        by: 'scjg-handler',
        act: 'referral.reportOutcome',
        on: id,
        input: { statement: '已立案查处，另行通报。' },
      });
  }
  await county.act({
    by: 'scjg-handler',
    act: 'visit.concludeDisposition',
    on: visitId,
    input: { statement: '已移交办案机构，后续处理完毕。' },
  });
  return rows.map(({ id }) => id);
}

/**
 * A whole check; gives the ids of all its cases.
 * @param underway what else happens once its visits are open
 */
export async function wholeCheck(
  county: CountyEngine,
  number: string,
  underway: (check: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const check = await approve(county, number);
  const visits = await draw(county, number);
  await underway(check);
  const referrals: string[] = [];
  for (const id of visits) {
    await visit(county, id);
    referrals.push(...(await refer(county, id)));
  }
  await stage(county, check, 'completed');
  const all = [check, `consultation/${number}-Z1`, `draw/${number}-C1`, ...visits, ...referrals];
  await until(
    () =>
      Promise.all(
        all.map((id) =>
          county.client.workflow
            .getHandle(id)
            .describe()
            .then((run) => run.status.name),
        ),
      ),
    (names) => names.every((name) => name === 'COMPLETED'),
  );
  return all;
}
