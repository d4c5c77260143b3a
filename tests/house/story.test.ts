import { join } from 'node:path';
import { Chapter } from '../../bin/demo/story/chapter';
import { readChapters } from '../../bin/demo/story/read-chapters';
import { unfold } from '../../bin/demo/story/unfold';

const plan = {
  title: '冬季燃气经营企业联合检查',
  lead: 'ZJJ',
  tasks: { ZJJ: ['CC218'], YJJ: ['CC162', 'CC163'] },
  scope: { tags: ['燃气经营企业'] },
  draw: { C: 2 },
  window: [-10, 30],
};
const told = (steps: unknown[]) => unfold('gas', Chapter.parse({ ...plan, steps }));
const acts = (steps: unknown[]) => told(steps).map(({ who, act }) => `${who} ${act}`);

test('a check in five lines goes from its proposal to its draw', () => {
  expect(acts(['agreed', 'approved', 'drawn'])).toEqual([
    'ZJJ-handler jointCheck.propose',
    'ZJJ-handler jointCheck.consult',
    'YJJ-liaison consultation.handOn',
    'YJJ-handler consultation.draftAnswer',
    'YJJ-leader consultation.sendAnswer',
    'ZJJ-handler jointCheck.submit',
    'office-handler jointCheck.proposeDecision',
    'office-director jointCheck.decide',
    'ZJJ-handler draw.freeze',
    'office-handler draw.hold',
  ]);
});

test('who answered is not asked again, and a later round goes to the letters of that round', () => {
  const steps = told([
    'ZJJ-handler jointCheck.consult',
    'YJJ-leader consultation.sendAnswer',
    'ZJJ-handler jointCheck.consult',
    'agreed',
  ]);
  expect(steps.filter(({ act }) => act === 'consultation.sendAnswer').map(({ on }) => on)).toEqual([
    'consultation/#-Z1',
    'consultation/#-Z2',
  ]);
});

test('after a revision everybody is asked anew', () => {
  const revised = acts([
    'ZJJ-handler jointCheck.consult',
    'YJJ-leader consultation.sendAnswer',
    { 'ZJJ-handler jointCheck.revise': { reason: '顺延', window: [0, 20] } },
    'agreed',
  ]);
  expect(revised.filter((act) => act === 'ZJJ-handler jointCheck.consult')).toHaveLength(2);
});

test('a result goes on from where it stands, and a form has a row for each item', () => {
  const steps = told([
    {
      'visit 1 YJJ entered': {
        completedOn: -3,
        code: 'A',
        followUp: 'orderCorrection',
        problems: { CC163: '未培训上岗' },
      },
    },
    'visit 1 YJJ reviewed',
  ]);
  expect(steps.slice(1).map(({ act }) => act)).toEqual([
    'visit.setDate',
    'visit.issueNotice',
    'visit.enterResult',
    'visit.confirmResult',
    'visit.reviewResult',
  ]);
  expect(steps[3]?.input['rows']).toEqual([
    { item: 'YJJ-CC162', finding: 'inOrder' },
    { item: 'YJJ-CC163', finding: 'problem', problem: '未培训上岗' },
  ]);
});

test('a step keeps its submission when lines are put before it, and no two steps have the same', () => {
  const short = told(['agreed']).map(({ key }) => key);
  const longer = told([{ 'ZJJ-handler jointCheck.revise': { reason: '调整窗口', window: [0, 20] } }, 'agreed']).map(
    ({ key }) => key,
  );
  expect(longer).toEqual(expect.arrayContaining(short));
  const all = readChapters(join(__dirname, '../../data/demonstration/story')).flatMap((chapter) =>
    chapter.steps.map(({ key }) => key),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((key) => !/^[0-9A-Za-z._:-]{8,100}$/.test(key))).toEqual([]);
});

test.each([
  ['agreeed'],
  ['ZJJ-handler jointCheck.abolish'],
  ['visit one ZJJ published'],
  ['visit 1 ZJJ finished'],
  [{ 'visit 1 YJJ entered': { code: 'A', problems: { CC999: '没有这个事项' } } }],
])('what is no step is named: %j', (line) => {
  expect(() => told([line])).toThrow(/gas|CC999/);
});
