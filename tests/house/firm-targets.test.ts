import { draftedText } from '../../api/faces/referral/drafted-text';
import { firmPlan, firmTargets } from '../../api/faces/referral/firm-targets';
import type { ReferralKind, ReferralState } from '../../domain/referral/state';

const referral = (serial: number, referralKind: ReferralKind, more: Partial<ReferralState> = {}): ReferralState => ({
  id: `referral/Y${serial}`,
  number: `Y${serial}`,
  stage: 'draft',
  since: '2026-12-01T02:00:00.000Z',
  visit: 'visit/1',
  check: 'joint-check/1',
  object: 'o',
  department: 'SCJG',
  referralKind,
  attachments: [],
  attempt: 0,
  reminders: [],
  ...more,
});
const keys = (existing: ReferralState[], departments = ['XF', 'SW']) =>
  firmTargets(existing, departments).map(({ key }) => key);

test('drafts come first, then what was not sent yet; nothing is offered twice', () => {
  expect(keys([])).toEqual([
    'new:caseUnit',
    'new:crossNotice:XF',
    'new:crossNotice:SW',
    'new:publicCredit',
    'new:jointDiscipline',
  ]);
  const existing = [
    referral(1, 'caseUnit', { addressee: 'SCJG' }),
    referral(2, 'publicCredit', { stage: 'concluded' }),
    referral(3, 'crossNotice', { addressee: 'XF', stage: 'dispatched' }),
    referral(4, 'crossNotice', { stage: 'refused' }),
  ];
  expect(keys(existing)).toEqual(['Y1', 'Y4', 'new:crossNotice:SW', 'new:jointDiscipline']);
  // What was given up may be sent after all.
  expect(keys([referral(1, 'jointDiscipline', { stage: 'givenUp' })])).toContain('new:jointDiscipline');
});

test('a notice that has no addressee yet goes to the first department that is ticked beside it', () => {
  const targets = firmTargets([referral(1, 'crossNotice'), referral(2, 'publicCredit')], ['XF', 'SW']);
  const plan = (...ticked: string[]) => firmPlan(targets, new Set(ticked));
  expect(plan('Y1', 'Y2', 'new:crossNotice:XF', 'new:crossNotice:SW')).toEqual({
    amend: [
      { key: 'Y1', number: 'Y1', addressee: 'XF' },
      { key: 'Y2', number: 'Y2', addressee: undefined },
    ],
    make: [{ key: 'new:crossNotice:SW', kind: 'crossNotice', addressee: 'SW' }],
  });
  expect(plan('new:crossNotice:XF').make).toHaveLength(1);
  // Without one the rule of the act says what is missing.
  expect(plan('Y1').amend).toEqual([{ key: 'Y1', number: 'Y1', addressee: undefined }]);
  expect(plan('another', '__proto__')).toEqual({ amend: [], make: [] });
});

describe('the text that record and items give', () => {
  const texts = {
    t: (key: string, values: Record<string, unknown> = {}) => `${key} ${JSON.stringify(values)}`,
    formatDate: String,
  };
  const problem = (more: object = {}) => ({
    item: '年报',
    problem: '账簿不符。',
    basis: '条例第十八条',
    catalogueCode: '99000000000001',
    ...more,
  });
  const record = { object: '某公司', code: 'C', completedOn: '2026-12-01', otherProblem: null, problems: [problem()] };

  test('names every problem, each basis once, and the code where all have the same', () => {
    const text = draftedText(texts, { ...record, problems: [problem(), problem({ item: '招牌', problem: '未挂牌' })] });
    expect(text.facts).toContain('年报：账簿不符；招牌：未挂牌');
    expect(text.legalBasis).toBe('条例第十八条');
    expect(text.catalogueCode).toBe('99000000000001');
    const other = draftedText(texts, {
      ...record,
      problems: [problem(), problem({ catalogueCode: '99000000000002' })],
    });
    expect(other.catalogueCode).toBeUndefined();
    expect(
      draftedText(texts, { ...record, problems: [problem(), problem({ catalogueCode: null })] }).catalogueCode,
    ).toBeUndefined();
  });

  test('says the finding where no item has a problem, and cuts nothing', () => {
    const text = draftedText(texts, { ...record, code: '6', problems: [] });
    expect(text.facts).toContain('cases:codes.6');
    expect(text).not.toHaveProperty('legalBasis');
    const long = 'x'.repeat(900);
    expect(draftedText(texts, { ...record, problems: [problem({ basis: long })] }).legalBasis).toBe(long);
  });
});
