/** A complete check-action record; tests break one field at a time. */
export const checkAction = {
  catalogueCode: '01234567890123',
  checklistCode: 'QD-1',
  actionName: '2026年联合抽查',
  actionNo: 'LC-2026-0001',
  object: '灌云县示例商贸有限公司',
  partyName: '灌云县示例商贸有限公司',
  nature: 'legalPerson',
  idType: 'uscc',
  idCode: '91320723MA1A000165',
  division: '320723',
  form: 'joint',
  type: 'random',
  result: '1',
  time: '2026-11-24T09:30:00+08:00',
  personnel: [{ name: '张三', certificateNo: 'A1' }, { name: '李四' }],
};

export const spotCheck = {
  object: '灌云县示例商贸有限公司',
  idCode: '91320723MA1A000165',
  insAuth_CN: '灌云县市场监督管理局',
  insType: '1',
  insDate: '2026-11-24',
  insRes_CN: '1',
};

export const referral = {
  number: '2026-0001-01',
  object: '灌云县示例商贸有限公司',
  idCode: '91320723MA1A000165',
  department: '灌云县市场监督管理局',
  result: 'C',
  completedOn: '2026-11-24',
  facts: '公示信息隐瞒真实情况',
  legalBasis: '企业信息公示暂行条例',
  catalogueCode: '01234567890123',
};
