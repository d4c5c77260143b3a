import type { CaseState } from '../../../domain/process';
import { fire, lead, officerA, officerB, officerC, officerD, tax } from './people';
import { clean, adverse } from './visits';
import { minutes, onMinutes, scheme } from './joint-checks';
import { lostFile, scan } from './world';

interface Seen {
  round?: number;
  schemeVersion?: number;
  draw?: string;
  results?: Record<string, { version: number }>;
}

const because = { reason: '按程序办理' };
const told = { ...because, publicNote: '因工作安排调整，不再实施。' };
const publicNote = '检查结果有误，现予更正。';
const answers = [
  { verdict: 'agree' },
  { verdict: 'object', reasons: '人手不足' },
  { verdict: 'object' },
  { verdict: 'agree', attachments: [lostFile] },
];
const decisions = [{ consent: 'confirm' }, { consent: 'sendBack', ...because }, { consent: 'sendBack' }];
const rowsOf = (department: string, form: typeof clean) => ({
  ...form,
  earlyReason: '企业要求提前检查',
  rows: form.rows.map((row) => ({ ...row, item: row.item.replace('SCJG', department) })),
});

/** Inputs that a person or the clock could really give to an act, good and bad, for what they see of the case. */
export function inputsFor(act: string, state: CaseState, department: string): unknown[] {
  const seen: Seen & CaseState = state;
  const version = seen.results?.[department]?.version ?? 1;
  const forms = [clean, adverse].map((form) => rowsOf(department, form));
  const schemes = [
    {},
    { windowTo: '2026-05-31' },
    { tasks: scheme.tasks.slice(0, 2) },
    { title: '改一个名称' },
    { windowFrom: '2026-03-01', windowTo: '2026-03-09' },
    { windowFrom: '2026-03-01' },
  ];
  const inputs: Record<string, unknown[]> = {
    'jointCheck.propose': [{ scheme }],
    'jointCheck.revise': schemes.map((change) => ({
      scheme: { ...scheme, ...change },
      version: seen.schemeVersion,
      ...because,
    })),
    'jointCheck.consult': [{}, { silence: 'blocks' }, { silence: 'leader', workingDays: 1 }],
    'jointCheck.noteAnswer': [fire, tax, lead, 'JYTY'].flatMap((from) =>
      answers.map((answer) => ({ ...answer, round: seen.round || 1, department: from })),
    ),
    'jointCheck.closeRound': [{ round: seen.round || 1 }, { round: 99 }],
    'jointCheck.settleByMinutes': [fire, tax].map((name) => ({
      departments: [name],
      minutesNumber: '3',
      minutesDate: '2026-03-01',
      attachments: [scan],
    })),
    'jointCheck.proposeDecision': [
      minutes,
      { ...minutes, outcome: 'approveWithConditions', conditions: ['补充方案', '告知镇街'] },
      { outcome: 'return', ...because },
      { outcome: 'reject', ...because },
      { outcome: 'approve' },
    ],
    'jointCheck.decide': decisions,
    'jointCheck.fulfilCondition': [0, 1, 9].map((condition) => ({ condition, note: '已完成' })),
    'jointCheck.noteDraw': [{ draw: seen.draw ?? 'draw/none', drawn: 3 }],
    'jointCheck.noteStart': [{ visits: 0 }, { visits: 3 }],
    'jointCheck.proposeExtension': [
      { windowTo: '2026-09-30', ...because },
      { windowTo: '2026-03-01', ...because },
    ],
    'jointCheck.terminate': [{ ...told, ...onMinutes }, told],
    'jointCheck.withdraw': [because, told],
    'jointCheck.decideExtension': [
      { consent: 'confirm', ...onMinutes },
      { consent: 'confirm' },
      { consent: 'refuse', ...because },
      { consent: 'refuse' },
    ],
    'consultation.draftAnswer': answers,
    'consultation.sendAnswer': [{}, ...answers],
    'visit.recountTerms': [{ year: 2026 }],
    'consultation.recountTerm': [{ year: 2026 }],
    'jointCheck.releaseDepartment': [fire, lead].map((name) => ({ department: name, ...because })),
    'visit.noteRelease': [fire, lead].map((name) => ({ department: name, ...because })),
    'visit.noteExtension': [{ windowTo: '2026-09-30' }],
    'visit.setDate': [{ date: '2026-03-12' }, { date: '2026-03-01' }],
    'visit.replaceOfficer': [officerA, officerD].map((officer) => ({ officer, reasonCode: 'leave' })),
    'visit.askOtherDate': [{ wanted: '2026-03-20', ...because }],
    'visit.enterResult': [...forms, ...forms.map((form) => ({ ...form, ...because }))],
    'visit.allInOrder': [{ completedOn: '2026-03-10', methods: ['onSite'], signature: 'signed' }],
    'visit.correctResult': forms.map((form) => ({ ...form, ...because, publicNote, errorEstablishedOn: '2026-03-10' })),
    'visit.withdrawPublication': [{ ...because, publicNote }],
    'visit.disputeResult': [{ version, ...because }],
    'visit.takeBackResult': [{ version }],
    'visit.confirmResult': [{ version }, { version: version + 1 }],
    'visit.publishResult': [{ version }, { version: version + 1 }],
    'visit.reviewResult': [
      { verdict: 'pass', version },
      { verdict: 'return', version, ...because },
      { verdict: 'return', version },
    ],
    'visit.nameSubstitute': [officerB, officerC].map((officer) => ({ officer, ...because })),
    'visit.proposeWithholding': [{ legalBasis: '保守国家秘密法', ...because }],
    'visit.decideWithholding': decisions.map((decision) => ({ ...decision, publicNote })),
    'visit.draftReferral': [{ kind: 'crossNotice' }, { kind: 'publicCredit' }],
    'visit.concludeDisposition': [{ statement: '已经改正完毕' }],
    'referral.amend': [fire, lead].map((addressee) => ({
      addressee,
      facts: '通道长期堵塞',
      legalBasis: '消防法第二十八条',
    })),
    'referral.recall': [because],
    'referral.noteReceipt': [{ reference: 'R-1' }],
    'referral.noteCorrection': [{ resultVersion: 2, code: 'E' }],
    'referral.noteGivenUp': [{ code: 'REFUSED', reason: '缺少编码' }],
    'referral.reportOutcome': [{ statement: '已经处理完毕' }],
  };
  return inputs[act] ?? [because];
}
