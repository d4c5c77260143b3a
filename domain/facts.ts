import type { ObjectStatus } from './registers/object-dictionary';
import type { ReferralKind } from './referral/kinds';
import type { Term } from './calendar/term';
import type { Scope } from './joint-check/scheme';
import type { SettingKey, SettingValue, TermSetting } from './registers/setting-values';

/** A legal day that the published calendars give, or the year whose calendar is still missing (M30: never guessed). */
export type DueDay = { date: string } | { pendingYear: number };

export interface ScopeCount {
  total: number;
  byRiskClass: Record<string, number>;
}

export interface FrozenPool {
  batch: string;
  objects: number;
  excluded: Record<string, number>;
  inspectors: number;
  recusals: number;
  drawSize: number;
  roots: { objects: string; inspectors: string; recusals: string };
  paramsHash: string;
  commitmentsHash: string;
  /** Batches that are frozen and not drawn and hold objects of this pool, those with the most first. */
  sharedWith?: { batch: string; shared: number }[];
  /** The first thing that makes the draw impossible, where there is one. */
  infeasible?: { object?: string; department?: string; qualification?: string; slot?: number };
}

export interface DrawnBatch {
  prkHash: string;
  resultHash: string;
  drawn: number;
  assignments: number;
  cutoffs: Record<string, string>;
}

/** A referral that is not closed. */
export interface OpenReferral {
  id: string;
  kind: ReferralKind;
  stage: string;
  /** The receiving unit, where one is named. */
  addressee?: string | null;
}

/** An officer, with whether a certificate is valid on the day asked for. */
export interface OfficerOn {
  id: string;
  name: string;
  department: string;
  certified: boolean;
}

/** What a rule may ask of the world before it decides. Each kind is answered by one query, which never writes. */
export interface FactQuestions {
  dueDay: { from: string; workingDays: number };
  departments: { codes: string[] };
  /** Whether a unit can be sent anything: it is on the list, and somebody there can take it. */
  receiver: { code: string };
  items: { codes: string[]; on: string };
  scopeCount: { scope: Scope };
  attachments: { ids: string[] };
  /** `items` of the check that is to rest on it, in their versions. */
  authorisation: { id: string; on: string; items: { code: string; version: number }[] };
  certifiedOfficer: { officer: string; department: string; object: string; on: string };
  /** Officers by register id, as they stand on a day. */
  officersOn: { officers: string[]; on: string };
  /** Officers of a department who may be sent to an object on a day. */
  eligibleOfficers: { department: string; object: string; on: string };
  /** Officers by register id who must keep away from an object; `object` is its register id. */
  recusedOfficers: { officers: string[]; object: string };
  /** Whether an officer can act at all, by register id. */
  officerStanding: { officer: string };
  /** Visits of a check whose notice is not out, as their teams would stand on a day. */
  openTeams: { check: string; on: string };
  /** Acts on cases by a name of the asker's. */
  firstDone: { acts: Record<string, { case: string; act: string }> };
  /** What the register says now of an object; `object` is its register id. */
  objectStatus: { object: string };
  checkItems: { check: string; department: string };
  /** One version of a department's record form; version 0 is none. */
  recordedForm: { visit: string; department: string; version: number };
  /** `version` of the result that the record is about. */
  spotCheckRecord: { visit: string; department: string; version: number };
  referralRecord: { referral: string };
  /** Whether the platform has, or is to get, the result that a referral is about without it. */
  toldPlatform: { referral: string; platform: string };
  /** The value that holds on a legal day. */
  setting: { key: SettingKey; on: string };
  /** A term as long as a setting said on the day from which it counts. */
  legalTerm: { from: string; setting: TermSetting };
  checkCounts: { check: string };
  /** Referrals of a department about a visit that are not closed. */
  openReferrals: { visit: string; department: string };
  /** Whether an account opened a case before an act on it, in the version of what the act replaces or rests on. */
  opening: { case: string; act: string; account: string; version: number };
}

export interface FactAnswers {
  dueDay: DueDay;
  departments: { code: string; inspects: boolean }[];
  receiver: { known: boolean; handlers: number };
  items: { code: string; version: number; department: string; name: string }[];
  scopeCount: ScopeCount;
  attachments: { id: string; name: string; sha256: string; mime: string }[];
  /** `outside`: items of a class that it does not cover. */
  authorisation:
    | { id: string; document: string; scope: string; validTo: string; matters: readonly string[]; outside: string[] }
    | { missing: true };
  certifiedOfficer: { eligible: boolean };
  officersOn: OfficerOn[];
  eligibleOfficers: string[];
  recusedOfficers: { id: string; name: string }[];
  officerStanding: { onDuty: boolean; account: 'active' | 'disabled' | 'none' };
  /** Officers whose certificate does not reach the day, of teams that have not two with one. */
  openTeams: OfficerOn[];
  /** Days in Asia/Shanghai on which each act was first done, by the asker's names; none that was never done. */
  firstDone: Record<string, string | undefined>;
  /** Absent for an object that the register does not know. */
  objectStatus: { status?: ObjectStatus };
  /** `abolishedOn`: since when the item is abolished, where it was after the check took it up. */
  checkItems: { code: string; version: number; abolishedOn?: string | null }[];
  recordedForm: {
    code?: string;
    rows?: { item: string; finding: string }[];
    earlyReason?: string;
    registerNote?: string;
    restsOn?: string;
    otherProblem?: string;
    signatureNote?: string;
  };
  spotCheckRecord: Record<string, unknown>;
  referralRecord: Record<string, unknown>;
  /** `reference`: receipt or key of the message that told it; `awaited`: the publication that will tell it is still to be made. */
  toldPlatform: { reference?: string; awaited: boolean };
  setting: SettingValue<SettingKey>;
  legalTerm: { term: Term; due: DueDay };
  openReferrals: OpenReferral[];
  /** In UTC; absent where it was not opened. */
  opening: { openedAt?: string };
  checkCounts: { visits: number; visited: number; results: number; awaitingPublication: number };
}

export type FactKind = keyof FactQuestions;
export type FactQuestion = { [K in FactKind]: { kind: K } & FactQuestions[K] }[FactKind];
export type Answers<Q extends Record<string, FactQuestion>> = { [N in keyof Q]: AnswerTo<NonNullable<Q[N]>> };

type AnswerTo<Q extends FactQuestion> = Q extends { kind: 'setting'; key: infer K extends SettingKey }
  ? SettingValue<K>
  : FactAnswers[Q['kind']];
