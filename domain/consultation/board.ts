import type { DueDay } from '../facts';
import { participantsOf, type JointCheckState, type StandingAnswer } from '../joint-check/state';
import type { ConsultationState } from './state';

/** Where the question to a participant is now. */
export type LetterPlace =
  /** Touched by a revision and not asked again yet. */
  | 'toBeAsked'
  | 'sent'
  | 'drafting'
  | 'withLeader'
  | 'answered'
  /** The round ended, or was ended, without an answer. */
  | 'unanswered'
  /** A revision of the scheme has left the unit out. */
  | 'left';

export interface EarlierAnswer extends Pick<StandingAnswer, 'verdict' | 'reasons' | 'deemed' | 'ended' | 'at'> {
  round: number;
  attachments: string[];
}

export interface BoardRow {
  department: string;
  place: LetterPlace;
  /** The round in which the participant is asked, was asked last, or will be asked. */
  round: number;
  /** The round's case, where it was opened. */
  letter?: string;
  /** The day, or the moment, on which the letters went out. */
  sentAt?: string;
  handedOnAt?: string;
  withLeaderSince?: string;
  due?: DueDay;
  answer?: EarlierAnswer;
  /** Answers of rounds before, the last first: they do not stand for what is asked now. */
  earlier: EarlierAnswer[];
}

/** Of what a round waits for, that which is told to all who read it. */
export interface LetterWait {
  round: string;
  department: string;
  act: string;
  since: string;
}

/**
 * What has become of the question to each participant. Whoever is asked again has not answered, whatever they said before.
 * @param rounds as the reader may see them; a draft of another unit is not in them
 * @param waits tell which letters are with a leader
 */
export function consultationBoard(
  check: JointCheckState,
  rounds: readonly ConsultationState[],
  waits: readonly LetterWait[],
): BoardRow[] {
  const participants = participantsOf(check);
  const others = rounds.flatMap(({ letters }) => Object.keys(letters)).filter((unit) => !participants.includes(unit));
  return [...participants, ...new Set(others)].map((department): BoardRow => {
    const asked = rounds.filter(({ letters }) => Object.hasOwn(letters, department));
    const said = asked.flatMap((round) => answersIn(check, round, department));
    const last = asked.at(-1);
    if (last && !participants.includes(department))
      return { department, place: 'left', round: last.round, earlier: said.reverse() };
    if (check.toBeAsked.includes(department) || !last)
      return { department, place: 'toBeAsked', round: check.round + 1, earlier: said.reverse() };
    const letter = last.letters[department] ?? {};
    const leader = waits.find(
      (wait) => wait.round === last.id && wait.department === department && wait.act === 'consultation.sendAnswer',
    );
    const row = {
      department,
      round: last.round,
      letter: last.id,
      sentAt: last.term?.from ?? last.since,
      handedOnAt: letter.handedOn?.at,
      due: last.due,
      earlier: said.filter(({ round }) => round !== last.round).reverse(),
    };
    const answer = said.find(({ round }) => round === last.round);
    if (answer) return { ...row, place: 'answered', answer };
    if (last.stage !== 'open') return { ...row, place: 'unanswered' };
    if (leader) return { ...row, place: 'withLeader', withLeaderSince: leader.since };
    return { ...row, place: letter.handedOn ? 'drafting' : 'sent' };
  });
}

/** What was answered in a round; silence that counts as consent stands in the check alone. */
function answersIn(check: JointCheckState, { round, letters }: ConsultationState, department: string): EarlierAnswer[] {
  const standing = check.answers[department];
  const answer = letters[department]?.answer ?? (standing?.round === round ? standing : undefined);
  if (!answer) return [];
  const { verdict, reasons, deemed, at } = answer;
  return [
    {
      round,
      verdict,
      reasons,
      deemed,
      at,
      ended: standing?.round === round ? standing.ended : undefined,
      attachments: letters[department]?.answer?.attachments ?? [],
    },
  ];
}
