import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { formObstacle, isAdverse, RecordForm, resultCodes } from '../../../domain/visit/record-form';
import { adverse, clean, readForm, row } from '../situations/visits';

const items = ['SCJG-01', 'SCJG-02'];
const code = (form: object, windowFrom = '2026-03-01', today = '2026-03-10') =>
  formObstacle(readForm(form), items, windowFrom, today)?.refused.code;
const problem = row('SCJG-01', 'problem', '灭火器过期');
const evidence = { evidencePlace: '城东路1号', evidenceTime: '上午九点', evidenceWitness: '居委会' };
const lost = { ...clean, code: '6', followUp: 'dailySupervision', rows: [], signature: 'absent', ...evidence };
const refusing = {
  ...lost,
  code: '8',
  signature: 'refused',
  signatureNote: '执法记录仪全程录像',
};
const gone = { ...clean, code: '9', rows: [], signature: 'absent', evidenceRecord: '登记系统查询记录，2026-03-10' };

test('forms that keep every rule are taken', () => {
  for (const form of [clean, adverse, lost, refusing, gone]) expect(code(form)).toBeUndefined();
});

test.each<[string, object, string]>([
  ['a day that has not come', { ...clean, completedOn: '2026-03-11' }, 'DATE_IN_FUTURE'],
  ['a day before the window', { ...clean, completedOn: '2026-02-28' }, 'DATE_BEFORE_WINDOW'],
  ['another check’s item', { ...clean, rows: [row('SCJG-01'), row('SCJG-09')] }, 'ITEM_NOT_OF_FORM'],
  ['an item twice', { ...clean, rows: [row('SCJG-01'), row('SCJG-01')] }, 'ITEM_TWICE'],
  ['an item left out', { ...clean, rows: [row('SCJG-01')] }, 'ITEMS_MISSING'],
  ['“nothing found” beside a problem', { ...clean, rows: [problem, row('SCJG-02')] }, 'PROBLEM_WITH_CODE_1'],
  ['“nothing found” beside another problem', { ...clean, otherProblem: '通道堵塞' }, 'PROBLEM_WITH_CODE_1'],
  ['a problem code without any problem', { ...adverse, rows: clean.rows }, 'PROBLEM_MISSING'],
  ['a problem that is not told', { ...adverse, rows: [problem, row('SCJG-02', 'problem')] }, 'PROBLEM_MISSING'],
  ['an adverse result that nothing follows', { ...adverse, followUp: 'none' }, 'FOLLOW_UP_NEEDED'],
  ['an item of which nothing is said', { ...clean, rows: [row('SCJG-01'), { item: 'SCJG-02' }] }, 'ITEMS_MISSING'],
  [
    'a problem told of an item in order',
    { ...clean, rows: [row('SCJG-01', 'inOrder', '灭火器过期'), row('SCJG-02')] },
    'PROBLEM_NOT_MARKED',
  ],
  [
    'a problem told of an item not looked at',
    { ...lost, rows: [row('SCJG-01', 'unchecked', '灭火器过期')] },
    'PROBLEM_NOT_MARKED',
  ],
  ['“no such activity” beside a problem', { ...clean, code: 'F', rows: [problem] }, 'PROBLEM_WITH_CODE_1'],
  [
    'a refused inspection that found everything in order',
    { ...refusing, rows: clean.rows },
    'FINDINGS_WITHOUT_INSPECTION',
  ],
  ['a refused inspection that is signed', { ...refusing, signature: 'signed' }, 'SIGNATURE_CONTRADICTS_CODE'],
  ['a refused inspection without place', { ...refusing, evidencePlace: undefined }, 'EVIDENCE_NEEDED'],
  ['“closed” with nothing to show for it', { ...gone, code: '7', evidenceRecord: undefined }, 'EVIDENCE_NEEDED'],
  ['a follow-up of nothing', { ...clean, followUp: 'caseUnit' }, 'FOLLOW_UP_WITHOUT_PROBLEM'],
  ['a refusal to sign without a note', { ...clean, signature: 'refused' }, 'WITNESS_NEEDED'],
  ['“unable to reach” without place', { ...lost, evidencePlace: undefined }, 'EVIDENCE_NEEDED'],
  ['“unable to reach” without time', { ...lost, evidenceTime: undefined }, 'EVIDENCE_NEEDED'],
  ['“unable to reach” without witness', { ...lost, evidenceWitness: undefined }, 'EVIDENCE_NEEDED'],
])('a form with %s is refused', (_name, form, expected) => expect(code(form)).toBe(expected));

test.each<[string, object]>([
  ['on the first day of the window', { ...clean, completedOn: '2026-03-01' }],
  ['with a problem outside the list', { ...adverse, rows: clean.rows, otherProblem: '通道堵塞' }],
  ['whose problem was put right at once, with nothing to follow', { ...adverse, code: 'E', followUp: 'none' }],
  ['that goes back to daily supervision', { ...clean, followUp: 'dailySupervision' }],
  ['whose refusal to sign was witnessed', { ...clean, signature: 'refused', signatureNote: '执法记录仪全程录像' }],
  ['of a firm that is gone, without rows', gone],
  ['of a firm that is closed, by what the officers saw', { ...lost, code: '7', followUp: 'none' }],
  [
    'of a firm in liquidation, by its notice, that refused to sign',
    { ...gone, code: '7', signature: 'refused', signatureNote: '清算组拒签' },
  ],
  ['of a refused inspection with what was reached before', { ...refusing, rows: [row('SCJG-01')] }],
  [
    'of a refused inspection with every item withheld',
    { ...refusing, rows: [problem, row('SCJG-02', 'problem', '拒绝提供台账')] },
  ],
  [
    'without the activity, with items that do not apply',
    { ...clean, code: 'F', rows: [row('SCJG-01', 'notApplicable')] },
  ],
  ['where an item does not apply', { ...clean, rows: [row('SCJG-01', 'notApplicable'), row('SCJG-02')] }],
])('a form %s is taken', (_name, form) => expect(code(form)).toBeUndefined());

test.each(['A', 'B', 'C', '8'])('code %s needs a follow-up', (adverseCode) => {
  const form = { ...(adverseCode === '8' ? refusing : adverse), code: adverseCode };
  expect(code({ ...form, followUp: 'none' })).toBe('FOLLOW_UP_NEEDED');
  expect(code(form)).toBeUndefined();
});

describe.each(['6', '7', '9', '10', '11', '12'])('code %s says that nothing was inspected', (notInspected) => {
  const form = { ...lost, code: notInspected, evidenceRecord: '登记系统查询记录，2026-03-10' };

  test('and takes no finding, no problem and no signature', () => {
    expect(code(form)).toBeUndefined();
    for (const finding of ['inOrder', 'notApplicable'])
      expect(code({ ...form, rows: [row('SCJG-01', finding)] })).toBe('FINDINGS_WITHOUT_INSPECTION');
    expect(code({ ...form, rows: [problem] })).toBe('FINDINGS_WITHOUT_INSPECTION');
    expect(code({ ...form, otherProblem: '通道堵塞' })).toBe('FINDINGS_WITHOUT_INSPECTION');
    expect(code({ ...form, signature: 'signed' })).toBe('SIGNATURE_CONTRADICTS_CODE');
    expect(code({ ...form, rows: [{ item: 'SCJG-01' }, { item: 'SCJG-02' }] })).toBeUndefined();
  });

  test('and names its own evidence', () => {
    const bare = { ...form, evidencePlace: undefined, evidenceRecord: undefined };
    expect(code(bare)).toBe(Number(notInspected) > 8 ? 'RECORD_NEEDED' : 'EVIDENCE_NEEDED');
  });
});

test('nothing is said for anybody: method, signature and findings have no defaults', () => {
  const { methods: _methods, ...noMethod } = clean;
  const { signature: _signature, ...noSignature } = clean;
  for (const form of [noMethod, noSignature]) expect(RecordForm.safeParse(form).success).toBe(false);
  for (const form of [{}, { methods: ['onSite'] }, { signature: 'signed' }])
    expect(allInOrder.input.safeParse({ completedOn: '2026-03-10', ...form }).success).toBe(false);
  expect(readForm({ ...clean, rows: [{ item: 'SCJG-01' }] }).rows).toEqual([{ item: 'SCJG-01', finding: 'unchecked' }]);
});

test.each(['1', 'A', 'B', 'C', 'E'])('code %s says that all items were looked at', (inspected) => {
  expect(
    code({
      ...(inspected === '1' ? clean : adverse),
      code: inspected,
      rows: [inspected === '1' ? row('SCJG-01') : problem],
    }),
  ).toBe('ITEMS_MISSING');
});

test('which codes are adverse', () => {
  expect(resultCodes.filter(isAdverse)).toEqual(['A', 'B', 'C', '6', 'E', '8']);
  expect(isAdverse(undefined)).toBe(false);
});
