import type { DueDay } from '../facts';
import { partNumber } from '../numbers';
import type { SentBack } from '../sent-back';
import type { Term } from '../calendar/term';
import type { ReferralKind } from '../referral/kinds';

/** 检. */
export const visitLetter = 'J';
const serialDigits = 5;

export const visitStages = ['awaitingDate', 'scheduled', 'noticed', 'closed', 'cancelled'] as const;
export type VisitStage = (typeof visitStages)[number];

/** `excused`: the department left the check before it recorded anything. */
export const resultStages = ['awaitingVisit', 'entered', 'confirmed', 'reviewed', 'excused'] as const;
export type ResultStage = (typeof resultStages)[number];

export const publicationTracks = [
  'notYet',
  'awaiting',
  'published',
  'withholdingProposed',
  'withheld',
  'withdrawn',
] as const;
export type PublicationTrack = (typeof publicationTracks)[number];

export const dispositionTracks = ['notYet', 'notNeeded', 'open', 'concluded'] as const;
export type DispositionTrack = (typeof dispositionTracks)[number];

/** How a version of a result came back: from the review, from the second officer, or by the hand that entered it. */
export const returnWays = ['review', 'secondOfficer', 'takenBack'] as const;

/** Why a result is entered again. */
export interface ReturnedResult extends SentBack {
  how: (typeof returnWays)[number];
  version: number;
  /** Officer who entered what came back, where it comes back to that person. */
  to?: string;
}

/** A version that says less than the one before it: a problem became none. */
export interface Softening {
  version: number;
  from?: string;
  to: string;
  /** Codes of the items whose problem is gone. */
  items: string[];
  reason: string;
  by: string;
  at: string;
}

/** A term of disclosure: of a result from its completion, or of a correction from the day on which the error was established. */
export type PublishTerm = Term & { of: 'publication' | 'correction' };

/** 回避、证件失效、调离、病休事假、停职: nothing else takes an officer out of a drawn team. */
export const replacementReasons = ['recusal', 'certificate', 'transferred', 'leave', 'suspended'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** One department's result: it runs by itself; no department waits for another (M15). */
export interface ResultState {
  stage: ResultStage;
  since: string;
  /** Register ids of the officers that the draw assigned. */
  officers: string[];
  /** Officers that the leader replaced before anything was entered, in the drawn order; nobody who went comes back. */
  replaced?: { out: string; in: string; reason: ReplacementReason; at: string }[];
  /** Why nothing is recorded any more: the department inspects no longer. */
  excused?: { at: string; reason: string };
  /** An officer named by the leader to confirm in the place of one who cannot. */
  substitute?: { officer: string; reason: string; by: string };
  version: number;
  /** How many acts were done on this result. */
  turn?: number;
  code?: string;
  followUp?: string;
  completedOn?: string;
  contentHash?: string;
  enteredBy?: string;
  confirmedBy?: string;
  reviewedBy?: string;
  /** Set while a version that came back waits to be entered again. */
  returned?: ReturnedResult;
  /** Every version that took a problem back, for those who review and supervise. */
  softenings?: Softening[];
  /** 公开说明: what the public is told of the correction on its way, or of the withdrawal. */
  publicNote?: string;
  publication: PublicationTrack;
  publishedVersion?: number;
  /** The published version that was taken down again. */
  withdrawnVersion?: number;
  /** From entry on: what runs until it is decided what the public reads. */
  publishTerm?: PublishTerm;
  publishDue?: DueDay;
  /** The term within which the follow-up is decided, where the law names one. */
  dispositionTerm?: Term;
  dispositionDue?: DueDay;
  withholding?: { legalBasis: string; proposedBy: string };
  /** The leader did not consent to withhold: it is to be published. */
  withholdingRefused?: SentBack;
  disposition: DispositionTrack;
  referrals: number;
  /** What the last review stood on: a correction that changes neither opens no new disposition. */
  reviewedAs?: { code?: string; followUp?: string };
  /** Drafts that followed from reviews: the same finding goes to the same kind of receiver once. */
  drafted?: { kind: ReferralKind; code?: string }[];
}

export interface VisitState {
  id: string;
  number: string;
  stage: VisitStage;
  since: string;
  check: string;
  checkNumber: string;
  batch: string;
  /** From 1, in an order that tells nothing of the draw's. */
  sequence: number;
  lead: string;
  /** Register id of the object; never its name. */
  object: string;
  windowFrom: string;
  windowTo: string;
  date?: string;
  /** By its scheme the firm is told nothing beforehand (飞行检查): no notice goes out, and the results begin with the day. */
  unannounced?: boolean;
  /** Departments whose officers were replaced since the notice went out: it is to be issued again. */
  noticeOvertaken?: string[];
  /** How often the day was set or another one asked for. */
  dateVersion?: number;
  dateRequests: { department: string; wanted: string; reason: string; at: string }[];
  results: Record<string, ResultState>;
}

export interface VisitOpening {
  batch: string;
  check: string;
  checkNumber: string;
  lead: string;
  sequence: number;
  object: string;
  windowFrom: string;
  windowTo: string;
  unannounced?: boolean;
  officers: Record<string, string[]>;
  at: string;
}

/** The visit of one drawn object for all departments (进一次门、查多项事). */
export function openVisit(opening: VisitOpening): VisitState {
  const { officers, at, ...rest } = opening;
  const number = partNumber(opening.batch, visitLetter, opening.sequence, serialDigits);
  const results = Object.entries(officers).map(([department, drawn]): [string, ResultState] => [
    department,
    {
      stage: 'awaitingVisit',
      since: at,
      officers: drawn,
      version: 0,
      publication: 'notYet',
      disposition: 'notYet',
      referrals: 0,
    },
  ]);
  return {
    ...rest,
    id: `visit/${number}`,
    number,
    stage: 'awaitingDate',
    since: at,
    dateRequests: [],
    results: Object.fromEntries(results),
  };
}

/** Whether the public can read a version of this result now; a correction on its way leaves the earlier one on show. */
export function onShow(result: ResultState): boolean {
  return result.publishedVersion !== undefined && result.publishedVersion !== result.withdrawnVersion;
}

/** A result has ended when both of its tracks have, or where there will be none. */
export function hasEnded(result: ResultState): boolean {
  if (result.stage === 'excused') return true;
  const published =
    result.publication === 'published' || result.publication === 'withheld' || result.publication === 'withdrawn';
  const disposed = result.disposition === 'notNeeded' || result.disposition === 'concluded';
  return result.stage === 'reviewed' && published && disposed;
}
