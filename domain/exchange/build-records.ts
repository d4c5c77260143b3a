import type { CheckActionRecord } from './check-action-record';
import { toExchangeTime } from './exchange-time';
import type { ReferralRecord } from './referral-record';
import type { SpotCheckRecord } from './spot-check-record';
import { spotCheckTypes } from './spot-check-record';

interface CheckedParty {
  name: string;
  uscc?: string;
  registrationNo?: string;
  /** GB/T 2260, six digits. */
  division: string;
  addresses?: string[];
}

export interface CheckActionFacts {
  /** 14 digits; absent where the item has none yet: the message then parks. */
  catalogueCode?: string;
  checklistCode?: string;
  checkName: string;
  actionNo: string;
  party: CheckedParty;
  joint: boolean;
  resultCode: string;
  checkedAt: Date;
  reportedAt?: Date;
  reporter?: string;
  officers: readonly { name: string; certificateNo?: string }[];
  planId?: string;
  agency?: string;
  method?: string;
}

/** The check-action record of one department's result at one object; what is unknown is left out, never invented. */
export function buildCheckActionRecord(facts: CheckActionFacts): Partial<CheckActionRecord> {
  const { party } = facts;
  return withoutUndefined({
    catalogueCode: facts.catalogueCode,
    checklistCode: facts.checklistCode,
    actionName: facts.checkName,
    actionNo: facts.actionNo,
    object: party.name,
    partyName: party.name,
    nature: natureOf(party.uscc),
    idType: idTypeOf(party),
    idCode: party.uscc ?? party.registrationNo,
    division: party.division,
    form: facts.joint ? 'joint' : 'single',
    type: 'random',
    result: facts.resultCode,
    time: toExchangeTime(facts.checkedAt),
    personnel: facts.officers.map((officer) => withoutUndefined({ ...officer })),
    planId: facts.planId,
    agency: facts.agency,
    addresses: party.addresses,
    method: facts.method,
    certificateNos: certificatesOf(facts.officers),
    reportTime: facts.reportedAt && toExchangeTime(facts.reportedAt),
    reporter: facts.reporter,
  });
}

export interface SpotCheckFacts {
  party: Pick<CheckedParty, 'name' | 'uscc' | 'registrationNo'>;
  departmentName: string;
  /** Day of completion, YYYY-MM-DD. */
  completedOn: string;
  /** The result as it is shown to the public. */
  result: string;
}

/** The public record of one result of a random check. */
export function buildSpotCheckRecord(facts: SpotCheckFacts): Partial<SpotCheckRecord> {
  return withoutUndefined({
    object: facts.party.name,
    idCode: facts.party.uscc ?? facts.party.registrationNo,
    insAuth_CN: facts.departmentName,
    insType: spotCheckTypes.spotCheck,
    insDate: facts.completedOn,
    insRes_CN: facts.result,
  });
}

export interface ReferralFacts extends Omit<Partial<ReferralRecord>, 'object' | 'idCode'> {
  number: string;
  party: Pick<CheckedParty, 'name' | 'uscc' | 'registrationNo'>;
}

/** The record of a referral about a firm. */
export function buildReferralRecord({ party, ...facts }: ReferralFacts): Partial<ReferralRecord> {
  return withoutUndefined({ ...facts, object: party.name, idCode: party.uscc ?? party.registrationNo });
}

// second character of a code given by the registration organs (GB 32100-2015): 1 firm, 2 self-employed, 3 co-operative
export function natureOf(uscc: string | undefined): CheckActionRecord['nature'] | undefined {
  if (uscc === undefined) return undefined;
  if (uscc.startsWith('92')) return 'selfEmployed';
  return uscc.startsWith('9') ? 'legalPerson' : 'organisation';
}

function idTypeOf(party: CheckedParty): CheckActionRecord['idType'] | undefined {
  if (party.uscc !== undefined) return 'uscc';
  return party.registrationNo === undefined ? undefined : 'registrationNo';
}

function certificatesOf(officers: CheckActionFacts['officers']): string[] | undefined {
  const found = officers.flatMap((officer) => officer.certificateNo ?? []);
  return found.length > 0 ? found : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
