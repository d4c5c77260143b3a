import { consultationBoard } from '../../../domain/consultation/board';
import { openRound, type ConsultationState, type Letter } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { drafted } from '../situations/joint-checks';
import { fire, tax } from '../situations/people';

const at = '2026-03-10T02:00:00.000Z';
const answer = (verdict: 'agree' | 'object', reasons?: string): Letter['answer'] => ({
  verdict,
  reasons,
  attachments: [],
  by: 'a',
  at,
});
function round(number: number, letters: Record<string, Letter>, stage: ConsultationState['stage'] = 'open') {
  const term = { from: `2026-03-1${number}`, workingDays: 5 };
  const due = { date: '2026-03-17' };
  const opened = openRound({ check: drafted, round: number, departments: [], silence: 'agreed', due, term, at });
  return { ...opened, letters, stage };
}
const check = (changes: Partial<JointCheckState>): JointCheckState => ({ ...drafted, ...changes });
const of = (department: string, ...given: Parameters<typeof consultationBoard>) =>
  consultationBoard(...given).find((row) => row.department === department);

test('where a letter is: sent, handed on, with the leader, answered', () => {
  const state = check({ round: 1 });
  const place = (letter: Letter, act?: string) =>
    of(
      tax,
      state,
      [round(1, { [tax]: letter })],
      act ? [{ round: round(1, {}).id, department: tax, act, since: at }] : [],
    )?.place;
  expect(place({}, 'consultation.draftAnswer')).toBe('sent');
  expect(place({ handedOn: { by: 'a', at } }, 'consultation.draftAnswer')).toBe('drafting');
  // Another unit's draft is not to be seen, and that it lies with the leader is.
  expect(place({ handedOn: { by: 'a', at } }, 'consultation.sendAnswer')).toBe('withLeader');
  expect(place({ answer: answer('agree') })).toBe('answered');
  expect(of(tax, state, [round(1, { [tax]: {} }, 'cancelled')], [])?.place).toBe('unanswered');
});

test('whoever is asked again has not answered, and what they said before is folded away', () => {
  const first = round(
    1,
    { [tax]: { answer: answer('agree') }, [fire]: { answer: answer('object', '人手不足') } },
    'closed',
  );
  const answers = {
    [tax]: { verdict: 'agree' as const, round: 1, at },
    [fire]: { verdict: 'object' as const, round: 1, at, ended: { how: 'revision' as const, at } },
  };
  // Revised and not sent yet: those who are touched wait to be asked, the others' answers stand.
  const revised = check({ round: 1, answers, toBeAsked: [fire] });
  expect(of(fire, revised, [first], [])).toMatchObject({
    place: 'toBeAsked',
    round: 2,
    earlier: [{ round: 1, verdict: 'object', reasons: '人手不足', ended: { how: 'revision' } }],
  });
  expect(of(tax, revised, [first], [])).toMatchObject({ place: 'answered', round: 1, answer: { verdict: 'agree' } });
  // Asked again: the answer of the round before stands for nothing.
  const asked = check({ round: 2, answers });
  const again = [first, round(2, { [fire]: {} })];
  expect(of(fire, asked, again, [])).toMatchObject({
    place: 'sent',
    round: 2,
    sentAt: '2026-03-12',
  });
  expect(of(fire, asked, again, [])?.answer).toBeUndefined();
  expect(of(fire, asked, again, [])?.earlier).toHaveLength(1);
  expect(of(tax, asked, again, [])).toMatchObject({ place: 'answered', round: 1, earlier: [] });
});

test('silence that counts as consent is an answer, and a unit that a revision left out keeps its row', () => {
  const deemed = { verdict: 'agree' as const, round: 1, at, deemed: true };
  const state = check({ round: 1, answers: { [tax]: deemed } });
  expect(of(tax, state, [round(1, { [tax]: {} }, 'closed')], [])).toMatchObject({
    place: 'answered',
    answer: { deemed: true },
  });
  const rows = consultationBoard(state, [round(1, { GONE: { answer: answer('object') }, [tax]: {} })], []);
  expect(rows.find(({ department }) => department === 'GONE')).toMatchObject({
    place: 'left',
    earlier: [{ round: 1 }],
  });
});
