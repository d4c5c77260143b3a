/** The published working-day calendar of the State Council; days are YYYY-MM-DD. Years that are not listed are not known. */
export interface WorkingCalendar {
  years: number[];
  holidays: string[];
  /** Weekend days swapped into working days (调休). */
  swappedWorkdays: string[];
}

/** The answer where a year's calendar is not published yet: shown as 待日历公布, never guessed (M30). */
export interface CalendarPending {
  pending: 'calendarNotPublished';
  year: number;
}
