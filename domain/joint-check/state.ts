import type { SentBack } from '../sent-back';
import type { ItemInForce, Scheme } from './scheme';

/** 联. */
export const jointCheckLetter = 'L';

export const jointCheckStages = [
  'drafting',
  'consulting',
  'awaitingApproval',
  'approved',
  'drawn',
  'underway',
  'completed',
  'returned',
  'withdrawn',
  'terminated',
] as const;
export type JointCheckStage = (typeof jointCheckStages)[number];

export type Verdict = 'agree' | 'agreeWithComments' | 'object';
export type SilenceMeans = 'agreed' | 'leader' | 'blocks';

/** A participant's answer that stands in the check until a revision touches it. */
export interface StandingAnswer {
  verdict: Verdict;
  round: number;
  reasons?: string;
  by?: string;
  at: string;
  /** The term passed without an answer and the case's setting said that this means consent. */
  deemed?: boolean;
  /** How an objection ended: by that department's own withdrawal, or by minutes; never by the office. */
  ended?: { how: 'withdrawn' | 'minutes' | 'revision'; at: string; minutes?: string };
}

/** What a determination, a refusal, an ending or an extension rests on (M10). */
export type Basis =
  | { kind: 'minutes'; number: string; date: string; scan: string }
  /** Scope and last day as they were when it was relied on. */
  | { kind: 'authorisation'; id: string; document: string; scope?: string; validTo?: string };

export interface ProposedDecision {
  outcome: 'approve' | 'approveWithConditions' | 'return' | 'reject';
  basis?: Basis;
  conditions: string[];
  reason?: string;
  by: string;
  at: string;
}

export interface Condition {
  text: string;
  fulfilled?: { at: string; by: string; note: string };
}

export interface JointCheckState {
  id: string;
  number: string;
  stage: JointCheckStage;
  since: string;
  lead: string;
  initiators: string[];
  scheme: Scheme;
  items: ItemInForce[];
  schemeVersion: number;
  silence: SilenceMeans;
  consultationDays: number;
  round: number;
  openRound?: { round: number; consultation: string; departments: string[] };
  /** Participants that the last revision touched and that have not been asked again. */
  toBeAsked: string[];
  answers: Record<string, StandingAnswer>;
  proposedDecision?: ProposedDecision;
  decision?: ProposedDecision & { decidedBy: string; decidedAt: string };
  /** How often something was put before the director. */
  proposals?: number;
  /** The director sent the proposed decision back. */
  decisionSentBack?: SentBack;
  conditions: Condition[];
  batches: number;
  draw?: string;
  /** Of checks that were ended before a basis was asked for, none is known. */
  ending?: {
    reason: string;
    /** 公开说明; of checks that were ended before it was asked for there is none. */
    publicNote?: string;
    basis?: Basis;
    by: string;
    at: string;
  };
  /** Participants that inspect no longer and left while the check was carried out. */
  released?: { department: string; reason: string; by: string; at: string }[];
  /** 延期 that the lead asked for and the office's director has not decided. */
  proposedExtension?: { to: string; reason: string; by: string; at: string };
  extensions: { from: string; to: string; reason: string; basis?: Basis; at: string }[];
}

/** Every department of the scheme but the lead. */
export function participantsOf(state: Pick<JointCheckState, 'lead' | 'scheme'>): string[] {
  return state.scheme.tasks.map((task) => task.department).filter((department) => department !== state.lead);
}

/** Departments whose objection still stands. */
export function standingObjections(state: JointCheckState): string[] {
  return participantsOf(state).filter((department) => {
    const answer = state.answers[department];
    return answer?.verdict === 'object' && !answer.ended;
  });
}

/** Participants that have not answered what is proposed now. */
export function unanswered(state: JointCheckState): string[] {
  return participantsOf(state).filter(
    (department) => !state.answers[department] || state.toBeAsked.includes(department),
  );
}
