import { formObstacle, isAdverse, resultCodes } from '../../../domain/visit/record-form';
import { adverse, clean, readForm, row } from '../situations/visits';

const items = ['SCJG-01', 'SCJG-02'];
const code = (form: object, windowFrom = '2026-03-01', today = '2026-03-10') =>
  formObstacle(readForm(form), items, windowFrom, today)?.refused.code;
const problem = row('SCJG-01', 'problem', '灭火器过期');
const evidence = { evidencePlace: '城东路1号', evidenceTime: '上午九点', evidenceWitness: '居委会' };
const lost = { ...clean, code: '6', followUp: 'dailySupervision', rows: [], ...evidence };

test('forms that keep every rule are taken', () => {
  for (const form of [clean, adverse, lost]) expect(code(form)).toBeUndefined();
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
  ['of a firm that is gone, without rows', { ...clean, code: '9', rows: [] }],
  ['where an item does not apply', { ...clean, rows: [row('SCJG-01', 'notApplicable'), row('SCJG-02')] }],
])('a form %s is taken', (_name, form) => expect(code(form)).toBeUndefined());

test.each(['A', 'B', 'C', '8'])('code %s needs a follow-up', (adverseCode) => {
  expect(code({ ...adverse, code: adverseCode, followUp: 'none' })).toBe('FOLLOW_UP_NEEDED');
  expect(code({ ...adverse, code: adverseCode })).toBeUndefined();
});

test.each(['1', 'A', 'B', 'C', 'E'])('code %s says that all items were looked at', (inspected) => {
  expect(
    code({
      ...(inspected === '1' ? clean : adverse),
      code: inspected,
      rows: [row('SCJG-01', inspected === '1' ? 'inOrder' : 'problem', '有问题')],
    }),
  ).toBe('ITEMS_MISSING');
});

test('which codes are adverse', () => {
  expect(resultCodes.filter(isAdverse)).toEqual(['A', 'B', 'C', '6', 'E', '8']);
  expect(isAdverse(undefined)).toBe(false);
});
