import type { EarlierAnswer } from '../../../domain/consultation/board';
import type { Texts } from '../../views/texts';
import type { Link, RecordChange } from '../facts';

/**
 * What a unit that was asked again answers otherwise than the round before: the verdict, its reasons or conditions, and what came
 * with it. Who says 原则同意 twice may mean another thing each time.
 * @param links the files of an answer
 */
export function changedAnswer(
  { t, marks }: Pick<Texts, 't' | 'marks'>,
  { answer, earlier: [last] }: { answer?: EarlierAnswer; earlier: readonly EarlierAnswer[] },
  links: (files: string[]) => Link[],
): RecordChange[] {
  if (!answer || !last) return [];
  const files = ({ attachments }: EarlierAnswer) =>
    links(attachments)
      .map(({ text }) => text)
      .join(marks.list);
  const said = (label: string, words: (one: EarlierAnswer) => string) => ({
    label,
    was: words(last),
    is: words(answer),
  });
  const changes = [
    said(t('pages:check.answer'), ({ verdict }) => t(`cases:verdicts.${verdict}`)),
    said(t('pages:check.reasons'), ({ reasons = '' }) => reasons),
    said(t('pages:case.attachments'), files),
  ];
  return changes.filter(({ was, is }) => was !== is);
}
