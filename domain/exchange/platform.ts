import type { RecordKind } from './record-kind';

/** How hard one platform may be pressed, and when a message is handed to a person. */
export interface PlatformLimits {
  /** Sends under way at once. */
  inFlight: number;
  /** One call, from the first byte to the last, in milliseconds. */
  timeoutMs: number;
  /**
   * Failures after which a message parks for a person: of those alone that are its own, because the platform answered for
   * other records meanwhile. Waiting for a platform that is away counts for nothing.
   */
  maxAttempts: number;
  /** First wait after a failure, doubled at each further one. */
  firstBackoffMs: number;
  maxBackoffMs: number;
}

/** An outside platform as a plain value: what it takes, what it insists on, how fast. */
export interface PlatformDefinition {
  key: string;
  /** Key of its name in the texts. */
  nameKey: string;
  /** Fields that must be present, by the kind of record; a kind that is absent here is not taken. */
  required: Partial<Record<RecordKind, readonly string[]>>;
  ratePerSecond: number;
  /** Whether it can be asked which records it holds; one that cannot is sent the same record under the same key again. */
  canTell: boolean;
  limits: PlatformLimits;
}

const checkActionFields = [
  'catalogueCode',
  'checklistCode',
  'actionName',
  'actionNo',
  'object',
  'partyName',
  'nature',
  'idType',
  'idCode',
  'division',
  'form',
  'type',
  'result',
  'time',
  'personnel',
] as const;

const spotCheckFields = ['object', 'idCode', 'insAuth_CN', 'insType', 'insDate', 'insRes_CN'] as const;

const referralFields = [
  'number',
  'object',
  'idCode',
  'department',
  'result',
  'completedOn',
  'facts',
  'legalBasis',
  'catalogueCode',
] as const;

const limits: PlatformLimits = {
  inFlight: 4,
  timeoutMs: 15_000,
  maxAttempts: 30,
  firstBackoffMs: 5_000,
  maxBackoffMs: 1_800_000,
};

/** 省公共信用信息系统: takes check actions, public results and adverse results. */
export const publicCredit: PlatformDefinition = {
  key: 'public-credit',
  nameKey: 'exchange.platform.public-credit',
  required: { checkAction: checkActionFields, spotCheck: spotCheckFields, referral: referralFields },
  ratePerSecond: 10,
  canTell: true,
  limits,
};

/** 联合惩戒: takes referrals only. */
export const jointDiscipline: PlatformDefinition = {
  key: 'joint-discipline',
  nameKey: 'exchange.platform.joint-discipline',
  required: { referral: referralFields },
  ratePerSecond: 5,
  canTell: true,
  limits,
};

export const exchangePlatforms: readonly PlatformDefinition[] = [publicCredit, jointDiscipline];

/** The outcome of a result is public as a spot-check record; a referral goes as itself. */
export const recordKindOfSubject: Readonly<Record<string, RecordKind>> = { visit: 'spotCheck', referral: 'referral' };

/** Finds a platform by its key; undefined when there is none. */
export function findPlatform(key: string): PlatformDefinition | undefined {
  return exchangePlatforms.find((platform) => platform.key === key);
}
