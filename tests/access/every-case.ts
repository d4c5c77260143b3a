import type { DataSource } from 'typeorm';
import { consultationStages, openRound, type ConsultationState } from '../../domain/consultation/state';
import { drawStages, openDraw, type DrawState } from '../../domain/draw/state';
import { Scheme } from '../../domain/joint-check/scheme';
import { jointCheckStages, type JointCheckState } from '../../domain/joint-check/state';
import type { CaseStates } from '../../domain/case-states';
import type { CaseKind, CaseState } from '../../domain/process';
import { openReferral, referralStages, type ReferralState } from '../../domain/referral/state';
import { openVisit, resultStages, visitStages, type ResultState, type VisitState } from '../../domain/visit/state';

/** What the cases are about: items of the three units, an object, and the officers of each unit. */
export interface Material {
  items: Record<string, string[]>;
  object: string;
  officers: Record<string, string[]>;
}

export const lead = 'SCJG';
export const participant = 'WJW';
export const stranger = 'STHJ';
const since = '2026-11-20T02:00:00.000Z';

/** A case of every kind in every stage, a visit also in every stage of its results; SCJG leads, WJW takes part. */
export function casesOf(material: Material): CaseState[] {
  const checks = jointCheckStages.map((stage, index) => check(stage, index + 1, material));
  const first = checks[0] as JointCheckState;
  const rounds = consultationStages.map((stage, index): ConsultationState => ({
    ...openRound({
      check: first,
      round: index + 1,
      departments: [participant],
      silence: 'blocks',
      due: { date: '2026-12-01' },
      at: since,
    }),
    stage,
  }));
  const draws = drawStages.map((stage, index): DrawState => ({
    ...openDraw({ check: first, batch: index + 1, at: since, blocked: false }),
    stage,
  }));
  const visits = [
    ...visitStages.map((stage, index) => visit(stage, index + 1, 'awaitingVisit', material)),
    ...resultStages.map((stage, index) => visit('noticed', index + 11, stage, material)),
  ];
  const [opened] = visits;
  if (!opened) throw new Error('no visit');
  const referrals = referralStages.map((stage, index): ReferralState => ({
    ...openReferral({ visit: opened, department: lead, kind: 'crossNotice', serial: index + 1, at: since }),
    stage,
    addressee: participant,
    facts: '年报公示信息与账簿不符。',
    legalBasis: '《企业信息公示暂行条例》第十八条',
    draftedBy: 'somebody',
  }));
  const everyKind = {
    'joint-check': checks,
    consultation: rounds,
    draw: draws,
    visit: visits,
    referral: referrals,
  } satisfies { [K in CaseKind]: CaseStates[K][] };
  return Object.values(everyKind).flat();
}

/** The same on the rows of a county. */
export async function everyCase(dataSource: DataSource): Promise<CaseState[]> {
  const items: { code: string; department: string }[] = await dataSource.query(
    'SELECT code, department FROM check_item ORDER BY code',
  );
  const objects: { id: string }[] = await dataSource.query(
    `SELECT id FROM check_object WHERE status = 'active' ORDER BY id LIMIT 1`,
  );
  const officers: { id: string; department: string }[] = await dataSource.query(
    'SELECT id, department FROM inspector ORDER BY staff_no',
  );
  const of = <R extends { department: string }>(rows: R[], value: (row: R) => string) =>
    Object.fromEntries(
      [lead, participant].map((unit) => [
        unit,
        rows
          .filter((row) => row.department === unit)
          .slice(0, 2)
          .map(value),
      ]),
    );
  return casesOf({
    items: of(items, (row) => row.code),
    officers: of(officers, (row) => row.id),
    object: objects[0]?.id ?? '',
  });
}

function check(stage: JointCheckState['stage'], serial: number, { items }: Material): JointCheckState {
  const number = `320723-2026-L${String(serial).padStart(4, '0')}`;
  const scheme = Scheme.parse({
    title: `测试的联合抽查第${serial}次`,
    tasks: [lead, participant].map((department) => ({ department, items: items[department], officers: 2 })),
    scope: {},
    strata: [{ scale: 'general', grade: 'C', count: 1 }],
    windowFrom: '2026-11-01',
    windowTo: '2026-12-31',
  });
  return {
    id: `joint-check/${number}`,
    number,
    stage,
    since,
    lead,
    initiators: [lead],
    scheme,
    items: scheme.tasks.flatMap((task) =>
      task.items.map((code) => ({ code, version: 1, department: task.department })),
    ),
    schemeVersion: 1,
    silence: 'blocks',
    consultationDays: 5,
    round: 1,
    toBeAsked: [],
    answers: { [participant]: { verdict: 'agree', round: 1, at: since } },
    conditions: [{ text: '先行培训' }],
    batches: 1,
    draw: `draw/${number}-C1`,
    extensions: [],
  };
}

function visit(
  stage: VisitState['stage'],
  sequence: number,
  resultStage: ResultState['stage'],
  { object, officers }: Material,
): VisitState {
  const number = '320723-2026-L0001';
  const opened = openVisit({
    batch: `${number}-C1`,
    check: `joint-check/${number}`,
    checkNumber: number,
    lead,
    sequence,
    object,
    windowFrom: '2026-11-01',
    windowTo: '2026-12-31',
    officers,
    at: since,
  });
  const [one] = officers[lead] ?? [];
  const entered: Partial<ResultState> =
    resultStage === 'awaitingVisit'
      ? {}
      : { version: 1, code: 'A', followUp: 'orderCorrection', completedOn: '2026-11-20', enteredBy: one };
  const reviewed: Partial<ResultState> =
    resultStage === 'reviewed' ? { publication: 'awaiting', disposition: 'open' } : {};
  const results = Object.fromEntries(
    Object.entries(opened.results).map(([unit, result]) => [
      unit,
      { ...result, ...entered, ...reviewed, stage: resultStage },
    ]),
  );
  return { ...opened, stage, date: stage === 'awaitingDate' ? undefined : '2026-11-20', results };
}
