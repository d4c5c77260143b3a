import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { authorityNow } from '../../../services/queries/public/authority-now';
import type { PublishedResult } from '../../../services/queries/public/published-results';
import { readSetting } from '../../../services/queries/registers/read-setting';
import type { AppWorld } from '../../app-world';

/** Whom to ask about a result today, by which name and telephone, and by when a wrong one is corrected. */
export async function whomToAsk(
  world: AppWorld,
  { id, department, authority: before }: Pick<PublishedResult, 'id' | 'department' | 'authority'>,
): Promise<{ title: string; lines: { text: string; phone?: string }[] }> {
  const { t } = world.views.texts;
  const today = shanghaiDay(world.now());
  const [now, correction, term] = await Promise.all([
    authorityNow(world.dataSource, department),
    readSetting(world.dataSource, 'publication.correctionWorkingDays', today),
    readSetting(world.dataSource, 'publication.workingDays', today),
  ]);
  const authority = now?.name ?? before;
  return {
    title: t('public:ask.title'),
    lines: [
      { text: t(authority === before ? 'public:ask.whom' : 'public:ask.whomRenamed', { authority, before }) },
      now?.phone ? { text: t('public:ask.phone'), phone: now.phone } : { text: t('public:ask.noPhone') },
      { text: t('public:ask.when', { number: id, days: correction }) },
      { text: t('public:ask.term', { days: term }) },
    ],
  };
}
