import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { authorityNow } from '../../../services/queries/public/authority-now';
import type { PublishedResult } from '../../../services/queries/public/published-results';
import { readSetting } from '../../../services/queries/registers/read-setting';
import type { AppWorld } from '../../app-world';

/** Whom to ask about a result today, by which name and telephone, and by when a wrong one is corrected. */
export async function whomToAsk(
  world: AppWorld,
  { id, department, authority: before }: Pick<PublishedResult, 'id' | 'department' | 'authority'>,
): Promise<{ title: string; lines: string[] }> {
  const { t } = world.views.texts;
  const today = shanghaiDay(world.now());
  const [now, correction, term] = await Promise.all([
    authorityNow(world.dataSource, department),
    readSetting(world.dataSource, 'publication.correctionWorkingDays', today),
    readSetting(world.dataSource, 'publication.workingDays', today),
  ]);
  const authority = now?.name ?? before;
  const phone = now?.phone ? t('public:ask.phone', { phone: now.phone }) : t('public:ask.noPhone');
  return {
    title: t('public:ask.title'),
    lines: [
      t(authority === before ? 'public:ask.whom' : 'public:ask.whomRenamed', { authority, before, phone }),
      t('public:ask.when', { number: id, days: correction }),
      t('public:ask.term', { days: term }),
    ],
  };
}
