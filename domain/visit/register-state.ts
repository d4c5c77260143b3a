import type { ObjectStatus } from '../registers/object-dictionary';
import { ofRecord, type ResultCode } from './record-form';

/** The code that says of a firm what the register says of it. */
const saysTheSame: Record<Exclude<ObjectStatus, 'active'>, ResultCode> = {
  suspended: '7',
  deregistered: '9',
  revoked: '10',
  cancelled: '11',
  movedOut: '12',
};

/**
 * Whether a result says of a firm what its row in the register does not: that a firm in business is struck off, or that one
 * which is not was inspected. Who could not be met (6) contradicts nothing; that a firm in business has closed (7) is
 * found on the spot.
 */
export function contradictsRegister(code: ResultCode, status: ObjectStatus | undefined): boolean {
  if (status === undefined || code === '6') return false;
  if (status === 'active') return ofRecord.includes(code);
  return saysTheSame[status] !== code;
}
