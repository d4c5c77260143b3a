import type { FactAnswers, FactQuestion } from '../facts';
import type { PublishTerm, ResultState } from './state';

/** What results were promised before each kept its own term. */
const formerWorkingDays = 20;

/** Whether it was decided before what the public reads of this result, so that a new version is a correction of that. */
export const decidedBefore = ({ publication, publishedVersion }: ResultState): boolean =>
  publishedVersion !== undefined || trackEnded(publication);

const trackEnded = (publication: ResultState['publication']): boolean =>
  publication === 'published' || publication === 'withheld' || publication === 'withdrawn';

/** The term that runs for a result: from its entry on, in every later stage, until it is decided what the public reads. */
export function publishTermOf(result: ResultState): PublishTerm | undefined {
  if (result.completedOn === undefined || (result.stage === 'reviewed' && trackEnded(result.publication)))
    return undefined;
  return result.publishTerm ?? { from: result.completedOn, workingDays: formerWorkingDays, of: 'publication' };
}

/**
 * The term of a form that is entered. 20 working days are counted from the on-site record, or from the laboratory's report
 * (政府信息公开条例 第二十六条); a correction's from the day on which the error was established.
 */
export function publishQuestion(
  result: ResultState | undefined,
  form: { completedOn: string; errorEstablishedOn?: string },
): FactQuestion & { kind: 'legalTerm' } {
  const { completedOn, errorEstablishedOn } = form;
  return result && decidedBefore(result) && errorEstablishedOn
    ? { kind: 'legalTerm', from: errorEstablishedOn, setting: 'publication.correctionWorkingDays' }
    : { kind: 'legalTerm', from: completedOn, setting: 'publication.workingDays' };
}

/** What a result keeps of its term when a form is entered; the term of a correction runs on until the correction is public. */
export function publishTermAfter(
  result: ResultState,
  { term, due }: FactAnswers['legalTerm'],
): Pick<ResultState, 'publishTerm' | 'publishDue'> {
  const running = publishTermOf(result);
  if (running?.of === 'correction') return { publishTerm: running, publishDue: result.publishDue };
  return { publishTerm: { ...term, of: decidedBefore(result) ? 'correction' : 'publication' }, publishDue: due };
}
