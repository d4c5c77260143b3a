import { toExchangeTime } from '../../../domain/exchange/exchange-time';
import type { ApprovedCheck } from '../../../services/queries/public/approved-checks';

/** An approved check as JSON, its moments in local time with their offset. */
export function checkJson({ place: _place, ...row }: ApprovedCheck) {
  const moment = (at: string | null) => at && toExchangeTime(new Date(at));
  return { ...row, approvedAt: moment(row.approvedAt), endedAt: moment(row.endedAt) };
}
