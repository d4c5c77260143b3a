/** What systems send, by act. */
export const referralExamples = {
  amend: {
    version: 1,
    addressee: 'XFJY',
    facts: '疏散通道长期堵塞。',
    legalBasis: '《中华人民共和国消防法》第二十八条',
    catalogueCode: '99000000000001',
  },
  dispatch: { version: 1 },
  receive: { version: 1 },
  refuseReceipt: { version: 1, reason: '不属于本单位职责' },
  recall: { version: 1, reason: '接收部门已无经办人，改送其他部门' },
  reportOutcome: { version: 1, statement: '已依法处理完毕。' },
  remind: {},
  giveUp: { version: 1, reason: '经核实不构成违法' },
};
