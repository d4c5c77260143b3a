/**
 * Why a cell of a file was found fault with, as a code; the words are texts (`findings`), so that a finding is read in the
 * language of whoever reads it. `values` fill the places of the text.
 */
export interface Reason {
  code: string;
  values?: Readonly<Record<string, string | number | readonly string[]>>;
  /** What is said behind it. */
  also?: readonly Reason[];
}

/** Column of a finding about a record as a whole. */
export const wholeRow = '（整行）';

/** A reason with another one behind it. */
export const withAlso = (reason: Reason, also: Reason): Reason => ({ ...reason, also: [...(reason.also ?? []), also] });

type Group = Readonly<Record<string, Reason | ((...values: never[]) => Reason)>>;

/** By what several values in one cell are separated. */
export type ListSign = 'enumeration' | 'comma' | 'slash' | 'semicolon';

/** Head of the column of risk classes in the county's files; pages call it otherwise. */
export const riskColumn = '风险等级';

/** Of a record as a whole, and of any cell. */
export const rowReasons = {
  scientific: { code: 'row.scientific' },
  empty: { code: 'row.empty' },
  total: { code: 'row.total' },
  short: (missing: readonly string[]) => ({ code: 'row.short', values: { missing } }),
  long: (count: number) => ({ code: 'row.long', values: { count } }),
  group: { code: 'row.group' },
  signature: { code: 'row.signature' },
  decimal: (whole: string) => ({ code: 'row.decimal', values: { whole } }),
  control: { code: 'row.control' },
  marks: (marks: readonly string[]) => ({ code: 'row.marks', values: { marks } }),
  privateUse: (place: number, codePoint: string) => ({ code: 'row.privateUse', values: { place, codePoint } }),
  privateUseTwin: (place: number, codePoint: string, proposed: string, proposedCode: string) => ({
    code: 'row.privateUseTwin',
    values: { place, codePoint, proposed, proposedCode },
  }),
  identityCard: { code: 'row.identityCard' },
  tooLong: (limit: number) => ({ code: 'row.tooLong', values: { limit } }),
  affirmed: { code: 'row.affirmed' },
} as const satisfies Group;

/** Of what was left out around the records of a table. */
export const tableReasons = {
  title: (count: number) => ({ code: 'table.title', values: { count } }),
  emptyColumns: (count: number) => ({ code: 'table.emptyColumns', values: { count } }),
  emptyRows: (count: number) => ({ code: 'table.emptyRows', values: { count } }),
  headingAgain: { code: 'table.headingAgain' },
} as const satisfies Group;

/** Of the code of a firm. */
export const codeReasons = {
  empty: { code: 'code.empty' },
  formula: { code: 'code.formula' },
  scientific: { code: 'code.scientific' },
  fullWidth: { code: 'code.fullWidth' },
  trailingSpace: { code: 'code.trailingSpace' },
  leadingNoBreak: { code: 'code.leadingNoBreak' },
  leadingSpace: { code: 'code.leadingSpace' },
  zeroWidth: { code: 'code.zeroWidth' },
  marks: { code: 'code.marks' },
  identityCard: { code: 'code.identityCard' },
  maybeIdentityCard: { code: 'code.maybeIdentityCard' },
  apostrophe: { code: 'code.apostrophe' },
  lowerCase: { code: 'code.lowerCase' },
  innerSpace: { code: 'code.innerSpace' },
  foreign: (characters: readonly string[]) => ({ code: 'code.foreign', values: { characters } }),
  tooShort: (count: number) => ({ code: 'code.tooShort', values: { count } }),
  tooLong: (count: number) => ({ code: 'code.tooLong', values: { count } }),
  oldNumber: { code: 'code.oldNumber' },
  wrong: { code: 'code.wrong' },
  transposed: { code: 'code.transposed' },
  early: { code: 'code.early' },
  sameRow: (row: number) => ({ code: 'code.sameRow', values: { row } }),
  otherName: (row: number) => ({ code: 'code.otherName', values: { row } }),
  again: (row: number) => ({ code: 'code.again', values: { row } }),
} as const satisfies Group;

/** Of a day. */
export const dateReasons = {
  empty: { code: 'date.empty' },
  slash: (date: string) => ({ code: 'date.slash', values: { date } }),
  serial: (date: string) => ({ code: 'date.serial', values: { date } }),
  withTime: (date: string) => ({ code: 'date.withTime', values: { date } }),
  elsewhere: { code: 'date.elsewhere' },
  decimalSerial: (date: string) => ({ code: 'date.decimalSerial', values: { date } }),
  chinese: (date: string) => ({ code: 'date.chinese', values: { date } }),
  compact: (date: string) => ({ code: 'date.compact', values: { date } }),
  dotted: (date: string) => ({ code: 'date.dotted', values: { date } }),
  fullWidth: (date: string) => ({ code: 'date.fullWidth', values: { date } }),
  spaces: (date: string) => ({ code: 'date.spaces', values: { date } }),
  missing: { code: 'date.missing' },
  future: { code: 'date.future' },
  twoDigitYear: { code: 'date.twoDigitYear' },
  ambiguous: { code: 'date.ambiguous' },
  chineseNumerals: { code: 'date.chineseNumerals' },
  negative: { code: 'date.negative' },
  noDay: { code: 'date.noDay' },
  noDate: { code: 'date.noDate' },
  placeholder: (date: string) => ({ code: 'date.placeholder', values: { date } }),
} as const satisfies Group;

/** Of an object. */
export const objectReasons = {
  nameEmpty: { code: 'object.nameEmpty' },
  nameFullWidthSpaces: { code: 'object.nameFullWidthSpaces' },
  nameFormula: { code: 'object.nameFormula' },
  nameBrackets: { code: 'object.nameBrackets' },
  nameTrailing: { code: 'object.nameTrailing' },
  nameSpaces: { code: 'object.nameSpaces' },
  nameRare: (character: string) => ({ code: 'object.nameRare', values: { character } }),
  lineBreak: { code: 'object.lineBreak' },
  addressKept: { code: 'object.addressKept' },
  escapeLeft: { code: 'object.escapeLeft' },
  noteFormula: { code: 'object.noteFormula' },
  notePlus: { code: 'object.notePlus' },
  noteTab: { code: 'object.noteTab' },
  noteLong: (length: number) => ({ code: 'object.noteLong', values: { length } }),
  townEmpty: { code: 'object.townEmpty' },
  townUnknown: { code: 'object.townUnknown' },
  townFormer: (name: string) => ({ code: 'object.townFormer', values: { name } }),
  townShort: (name: string) => ({ code: 'object.townShort', values: { name } }),
  townCode: (name: string) => ({ code: 'object.townCode', values: { name } }),
  industryEmpty: { code: 'object.industryEmpty' },
  industryZero: (code: string) => ({ code: 'object.industryZero', values: { code } }),
  industryUnknown: { code: 'object.industryUnknown' },
  industryLetter: (code: string) => ({ code: 'object.industryLetter', values: { code } }),
  industryName: (code: string) => ({ code: 'object.industryName', values: { code } }),
  industryDivision: { code: 'object.industryDivision' },
  industryGroup: { code: 'object.industryGroup' },
  industrySection: { code: 'object.industrySection' },
  statusEmpty: { code: 'object.statusEmpty' },
  statusAlias: (name: string) => ({ code: 'object.statusAlias', values: { name } }),
  statusDeregistered: { code: 'object.statusDeregistered' },
  statusRevoked: { code: 'object.statusRevoked' },
  statusNotOfRegister: { code: 'object.statusNotOfRegister' },
  statusInactive: { code: 'object.statusInactive' },
  statusUnknown: { code: 'object.statusUnknown' },
  riskEmpty: { code: 'object.riskEmpty', values: { column: riskColumn } },
  riskUnknown: { code: 'object.riskUnknown', values: { column: riskColumn } },
  riskError: { code: 'object.riskError' },
  riskFullWidth: (letter: string) => ({ code: 'object.riskFullWidth', values: { letter } }),
  riskLowerCase: (letter: string) => ({ code: 'object.riskLowerCase', values: { letter } }),
  riskWord: (letter: string) => ({ code: 'object.riskWord', values: { letter } }),
  kindEmpty: { code: 'object.kindEmpty' },
  kindUnknown: { code: 'object.kindUnknown' },
  kindAlias: (name: string) => ({ code: 'object.kindAlias', values: { name } }),
  kindCompany: { code: 'object.kindCompany' },
  kindAgainstCode: { code: 'object.kindAgainstCode' },
  phoneZero: { code: 'object.phoneZero' },
  phoneTwo: { code: 'object.phoneTwo' },
  phoneUnclear: { code: 'object.phoneUnclear' },
  personSpaces: { code: 'object.personSpaces' },
  personTwo: { code: 'object.personTwo' },
  personEmpty: { code: 'object.personEmpty' },
  otherDepartment: { code: 'object.otherDepartment' },
  renamed: (was: string, is: string) => ({ code: 'object.renamed', values: { was, is } }),
  otherFirm: (was: string, is: string, from: string, to: string) => ({
    code: 'object.otherFirm',
    values: { was, is, from, to },
  }),
  sameFirm: (name: string, code: string) => ({ code: 'object.sameFirm', values: { name, code } }),
  sameRecord: (row: number, name: string) => ({ code: 'object.sameRecord', values: { row, name } }),
  closedTwin: { code: 'object.closedTwin' },
  sameFirmInFile: (row: number) => ({ code: 'object.sameFirmInFile', values: { row } }),
} as const satisfies Group;

/** Of an officer. */
export const inspectorReasons = {
  staffNoEmpty: { code: 'inspector.staffNoEmpty' },
  staffNoPrefix: { code: 'inspector.staffNoPrefix' },
  staffNoSpaces: { code: 'inspector.staffNoSpaces' },
  staffNoForm: { code: 'inspector.staffNoForm' },
  staffNoAgain: (row: number) => ({ code: 'inspector.staffNoAgain', values: { row } }),
  samePerson: (row: number) => ({ code: 'inspector.samePerson', values: { row } }),
  nameEmpty: { code: 'inspector.nameEmpty' },
  nameTwo: { code: 'inspector.nameTwo' },
  nameSpaces: { code: 'inspector.nameSpaces' },
  nameFullWidthSpaces: { code: 'inspector.nameFullWidthSpaces' },
  nameFormula: { code: 'inspector.nameFormula' },
  unitEmpty: { code: 'inspector.unitEmpty' },
  unitAbolished: (name: string) => ({ code: 'inspector.unitAbolished', values: { name } }),
  unitShort: (name: string) => ({ code: 'inspector.unitShort', values: { name } }),
  unitFull: (name: string) => ({ code: 'inspector.unitFull', values: { name } }),
  unitTrailing: { code: 'inspector.unitTrailing' },
  unitUnknown: { code: 'inspector.unitUnknown' },
  unitNoInspection: { code: 'inspector.unitNoInspection' },
  unitOther: { code: 'inspector.unitOther' },
  postEmpty: { code: 'inspector.postEmpty' },
  postAuxiliary: { code: 'inspector.postAuxiliary' },
  postUnknown: { code: 'inspector.postUnknown' },
  certificateNone: { code: 'inspector.certificateNone' },
  certificateWords: { code: 'inspector.certificateWords' },
  certificateFullWidth: { code: 'inspector.certificateFullWidth' },
  certificatesBy: (count: number, sign: ListSign) => ({ code: 'inspector.certificatesBy', values: { count, sign } }),
  certificateOfOther: (row: number) => ({ code: 'inspector.certificateOfOther', values: { row } }),
  expiryEmpty: { code: 'inspector.expiryEmpty' },
  expiryNoDate: { code: 'inspector.expiryNoDate' },
  expired: (today: string) => ({ code: 'inspector.expired', values: { today } }),
  expiresSoon: { code: 'inspector.expiresSoon' },
  oneOfTwoExpired: { code: 'inspector.oneOfTwoExpired' },
  oneExpiryForTwo: { code: 'inspector.oneExpiryForTwo' },
  expiryCount: { code: 'inspector.expiryCount' },
  qualificationTypo: (name: string) => ({ code: 'inspector.qualificationTypo', values: { name } }),
  qualificationUnknown: { code: 'inspector.qualificationUnknown' },
  qualificationsKept: (count: number) => ({ code: 'inspector.qualificationsKept', values: { count } }),
  offDuty: { code: 'inspector.offDuty' },
  seconded: { code: 'inspector.seconded' },
  retired: { code: 'inspector.retired' },
  left: { code: 'inspector.left' },
  newsOnly: { code: 'inspector.newsOnly' },
  openVisits: (visits: readonly string[]) => ({
    code: 'inspector.openVisits',
    values: { count: visits.length, visits },
  }),
  gone: (name: string) => ({ code: 'inspector.gone', values: { name } }),
  renamed: (was: string, is: string) => ({ code: 'inspector.renamed', values: { was, is } }),
  dutyUnknown: { code: 'inspector.dutyUnknown' },
  dutyEmpty: { code: 'inspector.dutyEmpty' },
  recusalPartial: { code: 'inspector.recusalPartial' },
  recusalsPartial: (names: readonly string[]) => ({ code: 'inspector.recusalsPartial', values: { names } }),
  recusalUnknown: { code: 'inspector.recusalUnknown' },
  recusalsUnknown: (names: readonly string[]) => ({ code: 'inspector.recusalsUnknown', values: { names } }),
  recusalCode: { code: 'inspector.recusalCode' },
  areaAll: { code: 'inspector.areaAll' },
  areasKept: (count: number) => ({ code: 'inspector.areasKept', values: { count } }),
  areaUnknown: { code: 'inspector.areaUnknown' },
} as const satisfies Group;
