/** What systems send, by act. */
export const consultationExamples = {
  handOn: { note: '请信用监管股提出意见' },
  draftAnswer: { version: 1, verdict: 'agreeWithComments', reasons: '建议将检查时间避开节假日。' },
  returnDraft: { version: 1, reason: '请补充依据' },
  sendAnswer: { version: 1, verdict: 'agree' },
  remind: { departments: ['YJJ'] },
};
