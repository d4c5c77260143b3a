import { propose } from '../../../domain/joint-check/acts/propose';
import { revise } from '../../../domain/joint-check/acts/revise';
import { check, drafted, scheme } from '../situations/joint-checks';
import { fire, lead, leadHandler, leadLeader, strangeHandler, supervisor, tax } from '../situations/people';
import { consult } from '../../../domain/joint-check/acts/consult';
import { consultation } from '../../../domain/consultation/process';
import type { ConsultationState } from '../../../domain/consultation/state';
import { county } from '../situations/world';

const proposing = (change: object, world = {}) =>
  check.code(propose, undefined, leadHandler, { scheme: { ...scheme, ...change } }, world);
const [ownTask, fireTask, taxTask] = scheme.tasks;

test('a department’s handler proposes and thereby leads; the items keep the version in force', () => {
  expect(drafted).toMatchObject({
    stage: 'drafting',
    lead,
    round: 0,
    silence: 'agreed',
    consultationDays: 5,
    schemeVersion: 1,
  });
  expect(drafted.items).toHaveLength(6);
  expect(drafted.items[0]).toEqual({ code: 'SCJG-01', version: 3, department: lead });
});

test('nobody but a handler proposes, and a case that is open is not opened again', () => {
  for (const actor of [leadLeader, supervisor])
    expect(check.code(propose, undefined, actor, { scheme })).toBe('NOT_ENTITLED');
  expect(check.code(propose, drafted, leadHandler, { scheme })).toBe('ALREADY_OPEN');
  expect(check.code(revise, undefined, leadHandler, { scheme, version: 1, reason: '不存在' })).toBe('NOT_ENTITLED');
});

test('the lead takes part with items of its own', () => {
  expect(proposing({})).toBe('passed');
  expect(proposing({ tasks: [fireTask, taxTask] })).toBe('LEAD_WITHOUT_ITEMS');
  expect(check.code(propose, undefined, strangeHandler, { scheme })).toBe('LEAD_WITHOUT_ITEMS');
});

test('a window that ends today may still be used, one that ended yesterday not', () => {
  expect(proposing({ windowTo: '2026-03-10' })).toBe('passed');
  expect(proposing({ windowFrom: '2026-03-01', windowTo: '2026-03-09' })).toBe('WINDOW_PAST');
});

test('a window begins on the day of its proposal at the earliest; a revision may keep what was proposed in time', () => {
  expect(proposing({ windowFrom: '2026-03-10' })).toBe('passed');
  expect(proposing({ windowFrom: '2026-03-09' })).toBe('WINDOW_BEFORE_PROPOSAL');
  const begun = { ...drafted, scheme: { ...scheme, windowFrom: '2026-03-01' } };
  const revised = (windowFrom: string) =>
    check.code(revise, begun, leadHandler, { scheme: { ...scheme, windowFrom }, schemeVersion: 1, reason: '调整时间' });
  expect(revised('2026-03-01')).toBe('passed');
  expect(revised('2026-02-28')).toBe('WINDOW_BEFORE_PROPOSAL');
});

test('only departments that exist and inspect take items', () => {
  const unknown = {
    departments: ({ codes }: { codes: string[] }) =>
      codes.filter((code) => code !== fire).map((code) => ({ code, inspects: true })),
  };
  const coordinating = {
    departments: ({ codes }: { codes: string[] }) => codes.map((code) => ({ code, inspects: code !== tax })),
  };
  expect(proposing({}, unknown)).toBe('DEPARTMENT_UNKNOWN');
  expect(proposing({}, coordinating)).toBe('DEPARTMENT_DOES_NOT_INSPECT');
});

test('items are in force and of the department that checks them', () => {
  const lapsed = {
    items: (question: { codes: string[]; on: string }) =>
      county.items(question).filter((item) => item.code !== 'SWJU-02'),
  };
  expect(proposing({}, lapsed)).toBe('ITEM_NOT_IN_FORCE');
  expect(proposing({ tasks: [ownTask, { ...fireTask, items: ['SWJU-01'] }] })).toBe('ITEM_OF_OTHER_DEPARTMENT');
});

test('a scope without a single object is refused', () => {
  expect(proposing({}, { scopeCount: () => ({ total: 0, byRiskClass: {} }) })).toBe('SCOPE_EMPTY');
  expect(proposing({}, { scopeCount: () => ({ total: 1, byRiskClass: { B: 1 } }) })).toBe('passed');
});

test.each<[string, object]>([
  ['one department alone', { tasks: [ownTask] }],
  ['a department twice', { tasks: [ownTask, fireTask, fireTask] }],
  ['a single officer', { tasks: [ownTask, { ...fireTask, officers: 1 }] }],
  ['a task without items', { tasks: [ownTask, { ...fireTask, items: [] }] }],
  ['a reversed window', { windowFrom: '2026-07-01' }],
  ['a day that does not exist', { windowTo: '2026-06-31' }],
  ['no stratum', { strata: [] }],
  ['a risk class twice', { strata: [scheme.strata[0], scheme.strata[0]] }],
  ['ratio and count together', { strata: [{ scale: 'general', grade: 'B', basisPoints: 100, count: 3 }] }],
  ['neither ratio nor count', { strata: [{ scale: 'general', grade: 'B' }] }],
  ['more than everything', { strata: [{ scale: 'general', grade: 'B', basisPoints: 10_001 }] }],
  ['half a basis point', { strata: [{ scale: 'general', grade: 'B', basisPoints: 0.5 }] }],
  ['a stratum of nothing', { strata: [{ count: 3 }] }],
  ['a scale without its grade', { strata: [{ scale: 'general', count: 3 }] }],
  ['a grade of no scale', { strata: [{ grade: 'B', count: 3 }] }],
  ['a scale that does not exist', { strata: [{ scale: 'food', grade: 'B', count: 3 }] }],
  ['everybody of a scale', { strata: [{ scale: 'general', all: true, count: 3 }] }],
  ['a grade and who has none in one', { strata: [{ scale: 'general', grade: 'B', unclassified: true, count: 3 }] }],
  ['everybody beside a class', { strata: [{ all: true, count: 3 }, ...scheme.strata] }],
  ['a stratum in the words of before', { strata: [{ riskClass: 'B', count: 3 }] }],
  ['a purpose with a NUL', { purpose: 'a\u0000b' }],
])('the form does not accept %s', (_name, change) => expect(proposing(change)).toBe('INVALID_INPUT'));

test.each<[string, object]>([
  ['everything of a class', { strata: [{ scale: 'general', grade: 'B', basisPoints: 10_000 }] }],
  ['a count instead of a ratio', { strata: [{ scale: 'general', grade: 'D', count: 3 }] }],
  ['who has no class', { strata: [...scheme.strata, { scale: 'general', unclassified: true, basisPoints: 500 }] }],
  ['everybody in the scope', { strata: [{ all: true, basisPoints: 500 }] }],
  ['a window of one day', { windowFrom: '2026-06-30' }],
  ['a purpose of two lines', { purpose: '一\n二' }],
])('the form accepts %s', (_name, change) => expect(proposing(change)).toBe('passed'));

test('the settings of the day of the proposal go with the check, whatever they are later', () => {
  const others = {
    setting: ({ key }: { key: string }) => (key === 'consultation.silence' ? ('blocks' as const) : 9),
  };
  const proposed = check.decision(propose, undefined, leadHandler, { scheme }, others).next;
  expect(proposed).toMatchObject({ silence: 'blocks', consultationDays: 9 });
  const asked: unknown[] = [];
  check.attempt(
    consult,
    proposed,
    leadHandler,
    {},
    { dueDay: (question) => (asked.push(question), { date: '2026-03-24' }) },
  );
  expect(asked).toMatchObject([{ workingDays: 9 }]);
});

test('a round is reminded as many days before its end as the setting of its first day says', () => {
  const { effects } = check.decision(consult, drafted, leadHandler, {}, { setting: () => 3 });
  const opened = effects?.find((effect) => effect.kind === 'openCase')?.state as ConsultationState;
  expect(consultation.next?.(opened)).toMatchObject({ act: 'consultation.remind', at: { lessDays: 3 } });
  expect(consultation.next?.({ ...opened, remindDays: undefined })).toMatchObject({ at: { lessDays: 1 } });
});

test('a window that ends before it begins is told although nothing else is there yet', () => {
  const told = (given: Record<string, unknown>) =>
    propose.input.safeParse({ scheme: given }).error?.issues.map(({ path, message }) => [path.join('.'), message]);
  expect(told({ windowFrom: '2026-05-02', windowTo: '2026-05-01' })).toContainEqual([
    'scheme.windowTo',
    'windowReversed',
  ]);
  expect(told({ windowFrom: '2026-05-02', windowTo: '2026-05-02' })?.map(([path]) => path)).not.toContain(
    'scheme.windowTo',
  );
  // A day that is none is no beginning.
  const wrong = told({ windowFrom: '9999', windowTo: '2026-05-01' }) ?? [];
  expect(wrong.filter(([path]) => /window/.test(path ?? '')).map(([path]) => path)).toEqual(['scheme.windowFrom']);
});
