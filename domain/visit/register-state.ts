import { refuse, type Refused } from '../act';
import type { ObjectStatus } from '../registers/object-dictionary';
import { ofRecord, type ResultCode } from './record-form';

/**
 * Codes that say of a firm what the register says of it. Who suspended business by the register (歇业) is found without
 * business or closed; whoever is met at work there has resumed it (市场主体登记管理条例 第三十条), so that a result of an
 * inspection asks.
 */
const saysTheSame: Record<Exclude<ObjectStatus, 'active'>, readonly ResultCode[]> = {
  dormant: ['F', '7'],
  suspended: ['7'],
  deregistered: ['9'],
  revoked: ['10'],
  cancelled: ['11'],
  movedOut: ['12'],
};

/**
 * Whether a result says of a firm what its row in the register does not: that a firm in business is struck off, or that one
 * which is not was inspected. Who could not be met (6) contradicts nothing; that a firm in business has closed (7) is
 * found on the spot.
 */
export function contradictsRegister(code: ResultCode, status: ObjectStatus | undefined): boolean {
  if (status === undefined || code === '6') return false;
  if (status === 'active') return ofRecord.includes(code);
  return !saysTheSame[status].includes(code);
}

/**
 * Asks the reviewer where the register, as it stands in the act's own transaction, says another thing of the firm than the
 * result: it may have moved since the entry. Affirmed by naming that state, so that one which moves again asks again.
 * @param read the state that the reviewer names as read
 */
export function registerObstacle(
  code: string | undefined,
  status: ObjectStatus | undefined,
  read: ObjectStatus | undefined,
): Refused | undefined {
  if (code === undefined || status === undefined || read === status) return undefined;
  if (!contradictsRegister(code as ResultCode, status)) return undefined;
  return refuse('REGISTER_STATE_UNAFFIRMED', { field: 'registerRead', status, code });
}
