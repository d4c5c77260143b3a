import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { AppWorld } from '../../app-world';
import type { FileNames } from '../../file-names';
import { defaultLanguage } from '../../views/language';

/** How the bundle of a draw is called where it is saved: by its number and the day it was taken. */
export const bundleNames = ({ views, now }: Pick<AppWorld, 'views' | 'now'>, number: string): FileNames => ({
  title: `${views.in(defaultLanguage).texts.t('files:bundle')}-${number}-${shanghaiDay(now())}`,
  plainTitle: `draw-${number}`,
  ending: 'zip',
});
