import type { Actor } from '../actor';
import type { ResultState } from './state';
import { teamOn } from './team-on';

/** 未发现问题: the one finding after which nothing is left to be weighed. */
const nothingFound = '1';

/** What an officer wrote for the reviewer to read, so that nobody answers for the record without having opened it. */
const forTheReader = ['earlyReason', 'registerNote', 'restsOn', 'otherProblem', 'signatureNote'] as const;

/**
 * Whether a record must have been opened before its department's leader answers for it among many: every one but a first,
 * clean one in which nothing was written for the reader.
 */
export function reviewerReadsFirst(result: ResultState, form: Readonly<Record<string, unknown>>): boolean {
  return (
    result.code !== nothingFound ||
    result.version > 1 ||
    (result.softenings ?? []).length > 0 ||
    forTheReader.some((field) => form[field] !== undefined)
  );
}

/**
 * The same for the second officer (行政处罚法 第四十二条), who answers for what they saw: whoever was not of the team on the
 * day of the check, as a substitute, has seen nothing but the record.
 */
export function secondOfficerReadsFirst(
  result: ResultState,
  form: Readonly<Record<string, unknown>>,
  { inspector }: Pick<Actor, 'inspector'>,
): boolean {
  if (reviewerReadsFirst(result, form)) return true;
  const { completedOn } = result;
  return !inspector || !completedOn || !teamOn(result, completedOn).includes(inspector);
}
