import { caseNumber } from '../../../domain/numbers';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { yearOf } from '../../../domain/calendar/iso-day';
import { jointCheckLetter } from '../../../domain/joint-check/state';

/** The number of this year's check with that serial. */
export function checkNumber(serial: number): string {
  return caseNumber('320723', yearOf(shanghaiDay(Date.now())), jointCheckLetter, serial);
}
