import { sampleFile } from '../sample-file';

const scheme = {
  title: '2026年餐饮单位部门联合抽查',
  purpose: '检查餐饮单位登记公示与消防安全情况。',
  tasks: [
    { department: 'SCJG', items: ['SCJG-001'], officers: 2 },
    { department: 'XFJY', items: ['XFJY-001'], officers: 2 },
  ],
  scope: { industries: ['62'], riskClasses: [] },
  strata: [{ scale: 'general', grade: 'B', basisPoints: 500 }],
  windowFrom: '2026-03-10',
  windowTo: '2026-04-30',
};

/** What systems send, by act. */
export const jointCheckExamples = {
  propose: { scheme },
  revise: { scheme: { ...scheme, windowTo: '2026-05-31' }, version: 1, reason: '按征求意见延长检查时间' },
  consult: { silence: 'leader', workingDays: 5, version: 1 },
  withdrawObjection: { reason: '方案已经修改，不再坚持原意见' },
  settleByMinutes: {
    departments: ['XFJY'],
    minutesNumber: '3',
    minutesDate: '2026-03-01',
    attachments: [sampleFile],
  },
  submit: { version: 1 },
  proposeDecision: {
    version: 1,
    outcome: 'approve',
    basis: 'minutes',
    minutesNumber: '3',
    minutesDate: '2026-03-01',
    attachments: [sampleFile],
  },
  decide: { consent: 'confirm', version: 1 },
  fulfilCondition: { condition: 0, note: '方案已经补充' },
  releaseDepartment: { department: 'XFJY', reason: '机构改革方案明确不再承担该项检查职责' },
  proposeExtension: { windowTo: '2026-05-31', reason: '汛期影响实地检查' },
  decideExtension: {
    consent: 'confirm',
    version: 1,
    basis: 'minutes',
    minutesNumber: '5',
    minutesDate: '2026-04-20',
    attachments: [sampleFile],
  },
  withdraw: { reason: '与上级抽查任务重复', publicNote: '本次抽查与上级统一部署重复，不再实施。' },
  terminate: {
    reason: '检查对象已全部由上级抽查',
    publicNote: '检查对象已由上级统一抽查，本次抽查终止。',
    basis: 'minutes',
    minutesNumber: '6',
    minutesDate: '2026-04-25',
    attachments: [sampleFile],
  },
};
