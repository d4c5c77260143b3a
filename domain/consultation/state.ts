import type { Term } from '../calendar/term';
import type { DueDay } from '../facts';
import type { JointCheckState, SilenceMeans, Verdict } from '../joint-check/state';
import type { SentBack } from '../sent-back';
import { partNumber } from '../numbers';

/** 征. */
export const consultationLetter = 'Z';

export const consultationStages = ['open', 'closed', 'cancelled'] as const;
export type ConsultationStage = (typeof consultationStages)[number];

/** One participant's letter in a round: who has it, the draft of the answer, the answer. */
export interface Letter {
  /** 发文字号 of a letter from before all addressees of a round had one. */
  number?: string;
  handedOn?: { by: string; at: string; note?: string };
  /** How often the answer was drafted or the draft given back. */
  version?: number;
  /** The leader gave the draft back. */
  returned?: SentBack;
  draft?: { verdict: Verdict; reasons?: string; attachments: string[]; by: string; at: string };
  answer?: { verdict: Verdict; reasons?: string; attachments: string[]; by: string; at: string; deemed?: boolean };
  /** The term passed and the setting hands the letter to the department's leader. */
  escalated?: string;
}

export interface ConsultationState {
  id: string;
  number: string;
  stage: ConsultationStage;
  since: string;
  check: string;
  round: number;
  lead: string;
  silence: SilenceMeans;
  due: DueDay;
  /** What `due` was counted from. */
  term?: Term;
  /** Days before the end of the term on which whoever is silent is reminded. */
  remindDays?: number;
  letters: Record<string, Letter>;
  reminders: { at: string; departments: string[]; by: string }[];
  lapsed?: string;
}

export interface RoundOpening {
  check: Pick<JointCheckState, 'id' | 'number' | 'lead'>;
  round: number;
  departments: string[];
  silence: SilenceMeans;
  due: DueDay;
  term?: Term;
  remindDays?: number;
  at: string;
}

/** A new round: one numbered letter to each participant asked. */
export function openRound({
  check,
  round,
  departments,
  silence,
  due,
  term,
  remindDays,
  at,
}: RoundOpening): ConsultationState {
  const number = partNumber(check.number, consultationLetter, round);
  return {
    id: `consultation/${number}`,
    number,
    stage: 'open',
    since: at,
    check: check.id,
    round,
    lead: check.lead,
    silence,
    due,
    term,
    remindDays,
    letters: Object.fromEntries(departments.map((department) => [department, {}])),
    reminders: [],
  };
}

/** When a participant was last reminded in this round. */
export function lastReminderOf(state: ConsultationState, department: string): string | undefined {
  return state.reminders.findLast((reminder) => reminder.departments.includes(department))?.at;
}

/** Participants that have not answered. */
export function silent(state: ConsultationState): string[] {
  return Object.keys(state.letters).filter((department) => !state.letters[department]?.answer);
}
