import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { calendarPage } from './calendar-page';
import { settingPage } from './setting-page';
import { settingsPage } from './settings-page';

/** Settings and calendar, the system administrator's part; the calendar comes first because its address looks like a setting's. */
export function settingPages(world: AppWorld): Router {
  return Router().use(settingsPage(world)).use(calendarPage(world)).use(settingPage(world));
}
