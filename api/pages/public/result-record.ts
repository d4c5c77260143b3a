import { shanghaiTime } from '../../../domain/calendar/shanghai-time';
import { toExchangeTime } from '../../../domain/exchange/exchange-time';
import type { PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { resultWords } from './result-words';

/** Heads of the columns of the results as a file, in their order. */
export function resultHeads({ views }: Pick<AppWorld, 'views'>) {
  const { t } = views.texts;
  return {
    id: t('public:number'),
    objectName: t('pages:visit.object'),
    uscc: t('pages:visit.uscc'),
    departmentName: t('public:department'),
    check: t('public:check'),
    checkNumber: t('public:checkNumber'),
    code: t('public:resultCode'),
    result: t('pages:visit.result'),
    completedOn: t('pages:queue.completedOn'),
    publishedAt: t('public:publishedAt'),
    version: t('public:version'),
    state: t('public:state'),
    reason: t('public:reason'),
    registrationNo: t('public:registrationNo'),
    authority: t('public:authority'),
    items: t('pages:check.items'),
    changedAt: t('public:changedAt'),
    corrects: t('public:corrects'),
    correctedBy: t('public:correctedBy'),
  };
}

/** A result as a line of the file. */
export function resultLine(
  world: Pick<AppWorld, 'views'>,
  row: PublishedResult,
): Record<keyof ReturnType<typeof resultHeads>, string | number | null> {
  const { marks } = world.views.texts;
  const { id, objectName, uscc, registrationNo, departmentName, authority, check, checkNumber } = row;
  return {
    ...{ id, objectName, uscc, registrationNo, departmentName, authority, check, checkNumber },
    code: row.code,
    result: resultWords(world, row),
    completedOn: row.completedOn,
    publishedAt: shanghaiTime(row.publishedAt),
    version: row.version,
    state: world.views.texts.t(`public:states.${row.state}`),
    reason: row.reason,
    items: row.itemNames.join(marks.semicolon),
    changedAt: row.changedAt && shanghaiTime(row.changedAt),
    corrects: row.corrects && row.corrects.id,
    correctedBy: row.correctedBy && row.correctedBy.id,
  };
}

/** A result as JSON: the words of its codes beside them, moments in local time with their offset. */
export function resultJson(world: Pick<AppWorld, 'views'>, row: PublishedResult) {
  const { place: _place, visit: _visit, ...said } = row;
  return {
    ...said,
    result: resultWords(world, row),
    publishedAt: toExchangeTime(row.publishedAt),
    changedAt: row.changedAt && toExchangeTime(row.changedAt),
  };
}
