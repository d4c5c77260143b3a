import type { Actor } from '../actor';
import { openingQuestion } from '../opened';
import { isAdverse } from './record-form';
import { theForm } from './replaced';
import type { ResultState, VisitState } from './state';
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

/** Whether a result must have been opened before it is made public among many: every problem, and every further version. */
export function publisherReadsFirst(result: Pick<ResultState, 'code' | 'version'>): boolean {
  return isAdverse(result.code) || result.version > 1;
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

/** What must be known of a record, and of whoever answers for it, to tell whether they had to read it first and did. */
export const readingOf = (act: string, state: VisitState, actor: Actor) => ({
  form: {
    kind: 'recordedForm' as const,
    visit: state.id,
    department: actor.department,
    version: state.results[actor.department]?.version ?? 0,
  },
  opening: openingQuestion(act, state, actor, theForm.current(state, actor)),
});
