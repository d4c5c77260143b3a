import { sampleFile } from '../sample-file';

const record = { version: 1, completedOn: '2026-03-12', methods: ['onSite'], signature: 'signed' };
const clean = { ...record, code: '1', followUp: 'none', rows: [{ item: 'SCJG-001', finding: 'inOrder' }] };

/** What systems send, by act. */
export const visitExamples = {
  setDate: { version: 1, date: '2026-03-12' },
  askOtherDate: { version: 1, wanted: '2026-03-20', reason: '当天停电检修' },
  issueNotice: { version: 1 },
  allInOrder: record,
  enterResult: {
    ...record,
    code: 'C',
    followUp: 'caseUnit',
    rows: [{ item: 'SCJG-001', finding: 'problem', problem: '公示的年报与账簿不符。', handling: '固定证据。' }],
    attachments: [sampleFile],
  },
  confirmResult: { version: 1 },
  disputeResult: { version: 1, reason: '第二项当场没有查看' },
  takeBackResult: { version: 1 },
  nameSubstitute: { version: 1, officer: '3c1d9f9e-0c57-4a1b-8d44-0d6fb8f0c2a5', reason: '原检查人员病休' },
  replaceOfficer: {
    version: 1,
    officer: '3c1d9f9e-0c57-4a1b-8d44-0d6fb8f0c2a5',
    reasonCode: 'certificate',
    note: '证件到期未换发',
  },
  reviewResult: { verdict: 'pass', version: 1 },
  publishResult: { version: 1 },
  proposeWithholding: { version: 1, legalBasis: '《中华人民共和国保守国家秘密法》第十三条', reason: '涉及国家秘密' },
  decideWithholding: { version: 1, consent: 'confirm', publicNote: '依法不予公开。' },
  correctResult: { ...clean, reason: '复查后更正', publicNote: '检查结果有误，现予更正。' },
  withdrawPublication: { version: 1, reason: '对象登记有误', publicNote: '该结果对应的对象登记有误，现予撤销。' },
  draftReferral: { version: 1, kind: 'crossNotice' },
  concludeDisposition: { version: 1, statement: '已经改正，后续处理完毕。' },
};
