import { shiftDay } from './calendar/iso-day';
import { shanghaiDay } from './calendar/shanghai-day';

/**
 * The first legal day on which a unit may be reminded again.
 * @param last moment of the last reminder; nothing where there was none
 * @param leastDays days that must lie between two reminders (setting `reminder.leastDays`); 0 forbids nothing
 */
export function remindedUntil(last: string | undefined, leastDays: number): string | undefined {
  return last === undefined ? undefined : shiftDay(shanghaiDay(last), leastDays);
}
