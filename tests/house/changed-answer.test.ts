import { join } from 'node:path';
import { changedAnswer } from '../../api/faces/joint-check/changed-answer';
import { createTexts } from '../../api/views/texts';
import type { EarlierAnswer } from '../../domain/consultation/board';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const said = (round: number, changes: Partial<EarlierAnswer>): EarlierAnswer => ({
  round,
  verdict: 'agreeWithComments',
  at: '2026-03-10T02:00:00.000Z',
  attachments: [],
  ...changes,
});
const links = (ids: string[]) => ids.map((id) => ({ text: `${id}.pdf`, href: `/files/${id}` }));
const changes = (before: Partial<EarlierAnswer>, now: Partial<EarlierAnswer>) =>
  changedAnswer(texts, { answer: said(2, now), earlier: [said(1, before), said(0, { reasons: '更早' })] }, links);

test('who answers alike for other reasons is seen to: the reasons as they were and as they are', () => {
  expect(changes({ reasons: '人手不足' }, { reasons: '设备检定未到期' })).toEqual([
    { label: '意见和理由', was: '人手不足', is: '设备检定未到期' },
  ]);
});

test('reasons that are new or gone, another verdict and other files are each a change', () => {
  expect(changes({ verdict: 'object', reasons: '时间冲突', attachments: ['a'] }, { verdict: 'agree' })).toEqual([
    { label: '答复', was: '不同意', is: '同意' },
    { label: '意见和理由', was: '时间冲突', is: '' },
    { label: '附件', was: 'a.pdf', is: '' },
  ]);
});

test('the same answer, and a first one, change nothing', () => {
  expect(changes({ reasons: '人手不足', deemed: true }, { reasons: '人手不足' })).toEqual([]);
  expect(changedAnswer(texts, { answer: said(1, {}), earlier: [] }, links)).toEqual([]);
  expect(changedAnswer(texts, { earlier: [said(1, {})] }, links)).toEqual([]);
});
