import { sameText } from '../../domain/text/normal-form';
import type { Texts } from '../views/texts';

/** What was decided, noticed or recorded keeps the name of its day, beside the one of now where that is another: 旧名（现 新名）. */
export const nameOfDay = <Then extends string | null | undefined>(
  { t }: Pick<Texts, 't'>,
  then: Then,
  now: string | null | undefined,
): Then | string => (then && now && !sameText(then, now) ? t('pages:visit.thenNow', { then, now }) : then);
