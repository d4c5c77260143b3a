import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { isSettingKey } from '../../../domain/registers/setting-values';
import { listSettings } from '../../../services/queries/registers/list-settings';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { openPage } from '../registers/open-page';
import { holdsSince, settingLines } from './setting-words';
import { unconfirmed } from './unconfirmed';

/** 设置: every county policy with its value and where the value comes from. */
export function settingsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.settings, async (req, res) => {
    openPage(req, 'settings');
    const settings = (await listSettings(world.dataSource, shanghaiDay(world.now()))).filter((setting) =>
      isSettingKey(setting.key),
    );
    const title = t('pages:navigation.settings');
    const page = await frame(world, req, res, { title, current: 'settings' });
    res.render('register-list', {
      page,
      title,
      note: t('settings:note'),
      links: [{ text: t('settings:calendar'), href: paths.calendar }],
      total: t('settings:total', { total: settings.length }),
      table: {
        id: 'settings',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: ['name', 'value', 'source', 'holdsFrom', 'version'].map((key) => ({
          text: t(`settings:${key}`),
          kind: key === 'version' ? 'number' : undefined,
        })),
        rows: settings.map((setting) => ({
          cells: [
            { text: t(`settings:keys.${setting.key}`), href: pathTo('setting', { key: setting.key }) },
            { lines: settingLines(world, setting) },
            { text: setting.source, hint: unconfirmed(world, setting)[0] },
            { text: holdsSince(world, setting.holdsFrom) },
            { text: String(setting.version) },
          ],
        })),
        empty: { title: t('settings:empty') },
      },
    });
  });
}
