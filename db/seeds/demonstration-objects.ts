import { shiftDay } from '../../domain/calendar/iso-day';
import type { Licence } from '../../domain/registers/licence';
import type { ObjectKind } from '../../domain/registers/object-dictionary';
import { composeUscc } from '../../domain/uscc';
import type { CountyWords, Trade, Words } from './county-words';
import type { RandomSource } from './random-source';

export interface DemonstrationObject {
  id: string;
  uscc: string | null;
  registration_no: string | null;
  kind: string;
  name: string;
  status: string;
  founded_on: string;
  address: string;
  division: string;
  industry: string;
  scope: string;
  legal_representative: string;
  phone: string;
  responsible_departments: string[];
  tags: string[];
  licences: Licence[];
  risk_class: string;
  risk_source: string;
  credit_status: string;
  last_checked_on: string | null;
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const registrationOf: Partial<Record<ObjectKind, string>> = {
  enterprise: '91',
  individualBusiness: '92',
  cooperative: '93',
  nonEnterpriseUnit: '52',
};
const endings: Partial<Record<ObjectKind, string[]>> = {
  enterprise: ['有限公司', '有限责任公司'],
  individualBusiness: ['店', '经营部', '中心'],
  cooperative: ['专业合作社'],
  nonEnterpriseUnit: [''],
};
/** Cumulative percentages of the classes A to D by how dangerous the trade is. */
const classBounds = [
  [52, 84, 96],
  [30, 68, 91],
  [12, 42, 78],
];
const fiveDigits = alphabet.length ** 5;

/** Invented firms with valid credit codes; a few without a code, closed, or of kinds other than firms. */
export function demonstrationObjects(
  random: RandomSource,
  county: CountyWords,
  count: number,
  today: string,
): DemonstrationObject[] {
  const lottery = county.trades.flatMap((trade) => Array.from({ length: trade.weight }, () => trade));
  const names = new Set<string>();
  // A step without a common divisor visits every number once: codes are unique and do not look numbered.
  const origin = random.below(fiveDigits);
  return Array.from({ length: count }, (_, index) => {
    const trade = random.pick(lottery);
    const kind = random.pick(trade.kinds);
    const subject = `MAX${base31((origin + index * 7_654_321) % fiveDigits)}`;
    return oneObject(random, county, {
      trade,
      kind,
      subject,
      name: freshName(random, county.words, trade, kind, names),
      index,
      today,
    });
  });
}

interface Draft {
  trade: Trade;
  kind: ObjectKind;
  subject: string;
  name: string;
  index: number;
  today: string;
}

function oneObject(random: RandomSource, county: CountyWords, draft: Draft): DemonstrationObject {
  const { trade, kind, subject, name, index, today } = draft;
  const town = random.pick(county.towns);
  const foundedOn = shiftDay(today, -(200 + random.below(6500)));
  const bounds = classBounds[trade.riskShift] ?? [0, 0, 0];
  const roll = random.below(100);
  const riskClass = 'ABCD'.charAt(bounds.filter((bound) => roll >= bound).length);
  const project = index % 100 === 99;
  return {
    id: random.uuid(),
    uscc: project ? null : composeUscc(registrationOf[kind] ?? '91', '320723', subject),
    registration_no: project ? `XM${subject.slice(3)}` : null,
    kind: project ? 'project' : kind,
    name: project ? `${name}建设项目` : name,
    status: random.chance(96) ? 'active' : random.pick(['deregistered', 'revoked', 'dormant', 'movedOut']),
    founded_on: foundedOn,
    address: `灌云县${town.name}${random.pick(county.words.roads)}${1 + random.below(388)}号`,
    division: town.code,
    industry: trade.industry,
    scope: `${trade.word}及相关业务（依法须经批准的项目，经相关部门批准后方可开展经营活动）`,
    legal_representative: inventedName(random, county.words),
    phone: `0518-000${String(10_000 + index).padStart(5, '0')}`,
    responsible_departments: trade.departments,
    tags: trade.tags,
    licences: trade.licence ? [licenceOf(random, trade.licence, index, foundedOn, today)] : [],
    risk_class: riskClass,
    risk_source: '演示数据',
    credit_status: riskClass === 'D' && random.chance(20) ? '列入经营异常名录' : '正常',
    last_checked_on: random.chance(30) ? shiftDay(today, -(30 + random.below(700))) : null,
  };
}

function licenceOf(
  random: RandomSource,
  licence: { name: string; issuer: string },
  index: number,
  foundedOn: string,
  today: string,
): Licence {
  const issuedOn = shiftDay(today, -random.below(1700));
  return {
    ...licence,
    no: `示${String(index + 1).padStart(7, '0')}`,
    issuedOn: issuedOn < foundedOn ? foundedOn : issuedOn,
    expiresOn: shiftDay(issuedOn, 1826),
  };
}

function freshName(random: RandomSource, words: Words, trade: Trade, kind: ObjectKind, taken: Set<string>): string {
  for (;;) {
    const name = `灌云${random.pick(words.first)}${random.pick(words.second)}${random.pick(words.third)}${trade.word}${random.pick(endings[kind] ?? [''])}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

export const inventedName = (random: RandomSource, words: Words): string =>
  `${random.pick(words.surnames)}${random.pick(words.given)}`;

const base31 = (number: number): string =>
  Array.from({ length: 5 }, (_, place) =>
    alphabet.charAt(Math.floor(number / alphabet.length ** (4 - place)) % alphabet.length),
  ).join('');
