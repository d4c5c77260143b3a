/** Every reason for which draw/v1 refuses input. Codes are stable: they appear in files, on screens and in scripts. */
export type RefusalCode =
  // bytes of a file
  | 'file-missing'
  | 'bom'
  | 'crlf'
  | 'invalid-utf8'
  | 'lone-surrogate'
  | 'not-nfc'
  | 'not-json'
  | 'non-canonical'
  | 'final-lf-missing'
  | 'line-unsorted'
  | 'line-doubled'
  // shape
  | 'wrong-type'
  | 'key-missing'
  | 'key-unknown'
  | 'id-malformed'
  | 'id-duplicate'
  | 'integer-out-of-range'
  // params
  | 'version-unknown'
  | 'event-kind-unknown'
  | 'event-malformed'
  | 'event-differs'
  | 'parties-too-few'
  | 'strata-missing'
  | 'departments-missing'
  | 'department-strata-empty'
  | 'quota-ambiguous'
  | 'basis-points-out-of-range'
  | 'count-out-of-range'
  | 'officers-out-of-range'
  | 'qualifications-exceed-officers'
  | 'run-length-out-of-range'
  | 'secrets-unknown'
  // between files
  | 'stratum-unknown'
  | 'department-unknown'
  | 'party-unknown'
  | 'parties-differ'
  | 'weight-out-of-range'
  | 'weights-exceed-total'
  | 'secret-malformed'
  | 'commitment-malformed'
  | 'commitment-not-opened'
  | 'object-unknown'
  | 'inspector-unknown'
  | 'infeasible'
  // result and replacements
  | 'result-differs'
  | 'replacement-order'
  | 'replacement-out-not-drawn'
  | 'replacement-in-not-next'
  | 'replacement-team-unknown'
  | 'replacement-out-not-on-team'
  | 'replacement-in-unfit';

/** What a refusal is about, for the plain-words text: file, line (from 1), key, value and the like. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/** Input that draw/v1 refuses. `code` is stable, `params` fill the plain words of the interface. */
export class DrawRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DrawRefusal';
  }
}

/** @throws DrawRefusal always */
export function refuse(code: RefusalCode, params?: RefusalParams): never {
  throw new DrawRefusal(code, params);
}
