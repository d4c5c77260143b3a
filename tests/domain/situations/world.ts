import type { FactAnswers, FactKind, FactQuestion, FactQuestions, FrozenPool } from '../../../domain/facts';
import type { SettingKey, SettingValue } from '../../../domain/registers/setting-values';
import type { Preparation, PreparationAnswers, PreparationKind, Preparations } from '../../../domain/preparations';
import { officerC } from './people';

/** What the registers answer to each question that a rule may ask. */
export type World = { [K in FactKind]: (question: FactQuestions[K]) => FactAnswers[K] } & {
  [K in PreparationKind]: (asked: Preparations[K]) => PreparationAnswers[K];
};

export const scan = '00000000-0000-4000-8000-000000000001';
export const lostFile = '00000000-0000-4000-8000-00000000dead';

/** The settings that rules read, as the county begins with them. */
export const settings = {
  'consultation.silence': 'agreed',
  'consultation.workingDays': 5,
  'consultation.remindDays': 1,
  'reminder.leastDays': 1,
  'task.workingDays': 5,
  'publication.workingDays': 20,
  'publication.correctionWorkingDays': 5,
  'disposition.abnormalListWorkingDays': 10,
} satisfies { [K in SettingKey]?: SettingValue<K> };

export const frozenPool: FrozenPool = {
  batch: '320723-2026-L0007-C1',
  objects: 100,
  excluded: { struckOff: 2 },
  inspectors: 12,
  recusals: 1,
  drawSize: 10,
  roots: { objects: 'aa', inspectors: 'bb', recusals: 'cc' },
  paramsHash: 'dd',
  commitmentsHash: 'ee',
};

/** A county in which everything asked for exists; a test changes the one answer that it is about. */
export const county: World = {
  dueDay: () => ({ date: '2026-03-17' }),
  departments: ({ codes }) => codes.map((code) => ({ code, inspects: true })),
  receiver: () => ({ known: true, handlers: 1 }),
  items: ({ codes }) =>
    codes.map((code) => ({ code, version: 3, department: code.slice(0, code.indexOf('-')), name: `Item ${code}` })),
  scopeCount: () => ({ total: 100, byRiskClass: { B: 100 } }),
  attachments: ({ ids }) =>
    ids
      .filter((id) => id !== lostFile)
      .map((id) => ({ id, name: 'scan.pdf', sha256: `sha-${id}`, mime: 'application/pdf' })),
  authorisation: ({ id }) =>
    id === 'standing-1' || id === 'general-only' || id === 'to-extend'
      ? {
          id,
          document: '灌市监联〔2026〕1号',
          scope: '一般检查事项',
          validTo: '2026-12-31',
          matters: [id === 'to-extend' ? 'extend' : 'determine'],
          outside: id === 'general-only' ? ['SCJG-01'] : [],
        }
      : { missing: true },
  certifiedOfficer: () => ({ eligible: true }),
  officersOn: ({ officers }) => officers.map((id) => ({ id, name: id.slice(-1), department: 'SCJG', certified: true })),
  eligibleOfficers: () => [officerC],
  recusedOfficers: () => [],
  officerStanding: () => ({ onDuty: true, account: 'active' }),
  openTeams: () => [],
  firstDone: () => ({}),
  objectStatus: () => ({ status: 'active' }),
  checkItems: ({ department }) => [
    { code: `${department}-01`, version: 3 },
    { code: `${department}-02`, version: 3 },
  ],
  recordedForm: () => ({}),
  spotCheckRecord: ({ visit, department }) => ({ visit, department }),
  referralRecord: ({ referral }) => ({ referral }),
  toldPlatform: () => ({ awaited: false }),
  setting: ({ key }) => settings[key as keyof typeof settings],
  legalTerm: ({ from, setting }) => ({ term: { from, workingDays: settings[setting] }, due: { date: '2026-03-17' } }),
  freezePool: () => frozenPool,
  substitutes: () => ({ order: [officerC] }),
  performDraw: () => ({ prkHash: 'prk', resultHash: 'result', drawn: 10, assignments: 40, cutoffs: {} }),
  openReferrals: () => [],
  opening: () => ({ openedAt: '2026-03-10T01:00:00.000Z' }),
  checkCounts: () => ({ visits: 10, visited: 10, results: 20, awaitingPublication: 0 }),
};

/** The answers of a world to an act's questions, by the names that the act gave them. */
export function answersOf(world: World, questions: Record<string, FactQuestion>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [
      name,
      (world[question.kind] as (asked: FactQuestion) => unknown)(question),
    ]),
  );
}

/** What an act with a preparation finds among its facts. */
export function preparedIn(world: World, asked: Preparation | undefined): Record<string, unknown> {
  return asked ? { prepared: (world[asked.kind] as (preparation: Preparation) => unknown)(asked) } : {};
}
