import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { day, line } from '../../../domain/fields';
import { Refusal } from '../../../domain/refusal';
import { isSettingKey, settingValues } from '../../../domain/registers/setting-values';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listSettings } from '../../../services/queries/registers/list-settings';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { changeSetting } from '../../../services/registers/change-setting';
import type { AppWorld } from '../../app-world';
import { openedIn, readConflict, type Sides } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import { showRowConflict } from '../../conflicts/row-conflict';
import type { Conflict } from '../../conflicts/show-conflict';
import { editRows, rowCommand } from '../../forms/edit-rows';
import { formErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { refusalErrors } from '../../forms/refusal-errors';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { historyItems } from '../registers/history-items';
import { rowWords } from '../registers/row-words';
import { openPage } from '../registers/open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from '../registers/register-actor';
import { submissionOf } from '../../forms/submission-of';
import { holdsSince, settingLines, settingWords } from './setting-words';
import { unconfirmed } from './unconfirmed';

const act = 'setting.change';

/** What the form of a setting starts with. */
const presentOf = ({ version, value, source }: { version: number; value: unknown; source: string | null }) => ({
  version,
  value,
  source,
});

interface Shown {
  values?: Record<string, unknown>;
  submission?: string;
  errorList?: { text: string; href: string }[];
  messages?: Record<string, string>;
  status?: number;
}

/** One setting: a new value with the document it rests on, and every value before. */
export function settingPage(world: AppWorld): Router {
  const { t, marks } = world.views.texts;
  return Router()
    .get(paths.setting, async (req, res) => {
      await show(req, res, await find(req), {});
    })
    .post(paths.setting, async (req, res) => {
      const setting = await find(req);
      const actor = registerActor(openPage(req, 'settings'), act);
      if (!actor) throw new Refusal('NOT_ENTITLED', { act });
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const answer = readConflict(setting.schema, body);
      if (answer?.inForm) return show(req, res, setting, { values: answer.input, submission });
      if (answer && answer.missing.length > 0) return conflict(req, res, setting, { ...answer, submission });
      const command = rowCommand(body);
      if (command)
        return show(req, res, setting, {
          values: editRows(readForm(setting.schema, body, { keepBlankRows: true }), command),
          submission,
        });
      const values = answer?.input ?? readForm(setting.schema, body);
      const parsed = setting.schema.safeParse(values);
      if (!parsed.success)
        return show(req, res, setting, {
          values,
          submission,
          status: 422,
          ...formErrors(parsed.error.issues, { schema: setting.schema, act, texts: world.views.texts, values }),
        });
      try {
        const { version, value, source, holdsFrom } = parsed.data;
        await changeSetting(world.dataSource, {
          actor,
          at: world.now(),
          submission,
          id: setting.key,
          version,
          value,
          source,
          holdsFrom,
        });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        if (failure.code === 'STALE_VERSION') {
          const base = openedIn(setting.schema, body) ?? {};
          const again = await find(req);
          const sides = {
            base,
            mine: values,
            theirs: readForm(again.schema, { version: again.version, ...again.latest }),
          };
          return conflict(req, res, again, { sides, submission: randomUUID(), refusal: failure });
        }
        return show(req, res, setting, {
          values,
          submission,
          status: statusOf(failure.code),
          ...refusalErrors(failure, refusalWords(world, failure), { DATE_PAST: 'holdsFrom' }),
        });
      }
      req.session.notice = { key: 'settings:changed' };
      res.redirect(303, pathTo('setting', { key: setting.key }));
    });

  async function find(req: Request) {
    openPage(req, 'settings');
    const key = String(req.params['key']);
    const row = (await listSettings(world.dataSource, shanghaiDay(world.now()))).find((setting) => setting.key === key);
    if (!row || !isSettingKey(key)) throw new Refusal('SETTING_UNKNOWN', { key });
    const schema = z.object({
      version: z.int().min(1).meta({ widget: 'hidden' }),
      value: settingValues[key] as z.ZodType,
      source: line(300, 4),
      holdsFrom: day,
    });
    return { ...row, key, schema };
  }

  /** What was typed beside what another saved meanwhile. */
  async function conflict(
    req: Request,
    res: Response,
    setting: Awaited<ReturnType<typeof find>>,
    state: Pick<Conflict, 'submission' | 'refusal' | 'choices' | 'missing'> & { sides: Sides },
  ) {
    const title = t(`settings:keys.${setting.key}`);
    const columns = rowWords(world, await unitNames(world.dataSource));
    await showRowConflict(world, req, res, {
      ...state,
      title,
      frame: {
        current: 'settings',
        breadcrumbs: [{ text: t('pages:navigation.settings'), href: paths.settings }, { text: title }],
      },
      action: pathTo('setting', { key: setting.key }),
      cancel: { href: pathTo('setting', { key: setting.key }), text: t('registers:back') },
      form: { act, schema: setting.schema },
      rowsOwn: {
        column: columns.column,
        // The value of a setting has words of its own; within it they are those of its parts.
        value: (field, value) =>
          field === 'value'
            ? settingWords(world, setting.key, value).join(marks.semicolon)
            : columns.value(field, value),
      },
    });
  }

  async function show(req: Request, res: Response, setting: Awaited<ReturnType<typeof find>>, shown: Shown) {
    const title = t(`settings:keys.${setting.key}`);
    const units = await unitNames(world.dataSource);
    const page = await frame(world, req, res, {
      title,
      current: 'settings',
      hasErrors: shown.errorList !== undefined,
      breadcrumbs: [{ text: t('pages:navigation.settings'), href: paths.settings }, { text: title }],
    });
    const present = presentOf(setting);
    const fields = formModel({
      schema: setting.schema,
      act,
      texts: world.views.texts,
      values: shown.values ?? present,
      messages: shown.messages,
    });
    res.status(shown.status ?? 200).render('register-row', {
      page,
      title,
      errorList: shown.errorList,
      rows: [
        fact(t('settings:value'), settingLines(world, setting)),
        fact(t('settings:source'), [setting.source, ...unconfirmed(world, setting)]),
        fact(t('settings:holdsFrom'), holdsSince(world, setting.holdsFrom)),
        fact(t('settings:version'), String(setting.version)),
      ],
      forms: [
        {
          heading: t('settings:change'),
          intro: t('settings:changeIntro'),
          form: {
            action: pathTo('setting', { key: setting.key }),
            csrfToken: page.csrfToken,
            opened: packed(
              openedIn(setting.schema, (req.body ?? {}) as Record<string, unknown>) ??
                readForm(setting.schema, present),
            ),
            submissionId: shown.submission ?? randomUUID(),
            fields,
            submitText: t('settings:save'),
          },
        },
      ],
      history: historyItems(world, await registerHistory(world.dataSource, 'setting', setting.key), units),
    });
  }
}
