import { changedParts, changedTasks, schemeParts } from '../../../domain/documents/scheme-changes';
import { SchemeSummary } from '../../../domain/documents/scheme-summary';

const scheme = SchemeSummary.parse({
  check: { number: '320723-2026-L0007', title: '餐饮服务单位联合抽查' },
  purpose: '检查食品安全。',
  lead: '市场监督管理局',
  tasks: [
    { department: '市场监督管理局', items: [{ name: '食品安全检查', basis: '某条' }], officers: 2 },
    { department: '卫生健康委员会', items: [{ name: '消毒检查', basis: '某条' }], officers: 2 },
  ],
  scope: { divisions: ['伊山镇'] },
  objectsInScope: 100,
  strata: [{ scale: 'general', grade: 'A', count: 3 }],
  quotas: [{ base: 100, number: 3 }],
  windowFrom: '2026-12-01',
  windowTo: '2026-12-15',
  objectsPerTrip: 3,
});
const [first, second] = scheme.tasks;
if (!first || !second) throw new Error('no tasks');

test('a scheme that says the same has no changes, whatever the register and the basis in law say meanwhile', () => {
  const later = {
    ...scheme,
    objectsInScope: 90,
    quotas: [{ base: 90, number: 3 }],
    tasks: [{ ...first, items: [{ name: '食品安全检查', basis: '另一条' }] }, second],
  };
  expect(changedParts(scheme, later)).toEqual([]);
  expect(changedTasks(scheme, later)).toEqual([]);
});

test.each([
  ['title', { check: { ...scheme.check, title: '另一次' } }],
  ['purpose', { purpose: '' }],
  ['scope', { scope: { ...scheme.scope, divisions: ['伊山镇', '杨集镇'] } }],
  ['strata', { strata: [{ scale: 'general', grade: 'A', count: 4 }] }],
  ['tasks', { tasks: [first] }],
  ['window', { windowTo: '2026-12-16' }],
  ['unannounced', { unannouncedBasis: '某条' }],
] as const)('%s: one changed part is named, and no other', (part, change) => {
  const later = { ...scheme, ...change } as SchemeSummary;
  expect(changedParts(scheme, later)).toEqual([part]);
  expect(changedParts(later, scheme)).toEqual([part]);
  expect(schemeParts).toContain(part);
});

test('departments that come and go stand beside those whose task changes; the others are left out', () => {
  const fresh = { ...second, department: '消防救援大队' };
  const more = { ...first, officers: 4 };
  expect(changedTasks(scheme, { ...scheme, tasks: [more, fresh] })).toEqual([
    {
      department: '市场监督管理局',
      was: expect.objectContaining({ officers: 2 }),
      is: expect.objectContaining({ officers: 4 }),
    },
    { department: '消防救援大队', was: null, is: expect.anything() },
    { department: '卫生健康委员会', was: expect.anything(), is: null },
  ]);
  expect(changedTasks(scheme, { ...scheme, tasks: [second, first] })).toEqual([]);
});
