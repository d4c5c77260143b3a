import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { readDraftRef, writeDraftRef } from '../../../domain/draft-ref';
import { upgraded } from '../../../domain/process';
import { findAct } from '../../../domain/processes';
import { dropDraft } from '../../../services/drafts/discard-draft';
import { allDrafts, type DraftLine } from '../../../services/queries/people/find-drafts';
import type { AppWorld } from '../../app-world';
import { addressOf, placeOf } from '../../drafts/draft-place';
import { personOf } from '../../middleware/require-person';
import { pathTo, paths } from '../../paths';
import { capacityFor, type Person } from '../../person';
import { frame } from '../frame';

/** 我的草稿: what this person has typed and not sent, each with the way on and the way out. */
export function draftsPage(world: AppWorld): Router {
  const { t, formatDateTime, formatNumber } = world.views.texts;
  return Router()
    .get(paths.drafts, async (req, res) => {
      const person = personOf(req);
      const drafts = await allDrafts(world.dataSource, person, world.now());
      const title = t('drafts:mine');
      const page = await frame(world, req, res, {
        title,
        current: 'home',
        breadcrumbs: [{ text: t('pages:navigation.home'), href: paths.home }, { text: title }],
      });
      const rows = drafts.flatMap((draft) => lineOf(person, draft, page.csrfToken));
      res.render('drafts', {
        page,
        title,
        total: t('public:total', { total: formatNumber(rows.length) }),
        table: {
          id: 'drafts',
          caption: title,
          captionHidden: true,
          stacked: true,
          columns: ['act', 'subject', 'saved', 'standing', 'drop'].map((key) => ({ text: t(`drafts:columns.${key}`) })),
          rows,
          empty: {
            title: t('drafts:none'),
            text: t('drafts:noneText'),
            next: { text: t('pages:navigation.home'), href: paths.home },
          },
        },
      });
    })
    .post(paths.drafts, async (req, res) => {
      const { form, base } = req.query;
      const ref = readDraftRef(base);
      if (typeof form === 'string' && ref) {
        await dropDraft(world.dataSource, personOf(req).account, form, ref);
        req.session.notice = { key: 'drafts:dropped' };
      }
      res.redirect(303, paths.drafts);
    });

  function lineOf(person: Person, draft: DraftLine, csrfToken: string | undefined) {
    const place = placeOf(draft.form);
    const found = place && findAct(place.act);
    if (!place || !found) return [];
    const { act } = found;
    const name = t(`acts:${act.name}.name`);
    const subject = draft.title ?? (place.caseId === undefined ? t('drafts:opens') : t('drafts:hidden'));
    const mayOpen = place.caseId === undefined || draft.state !== null;
    return [
      {
        cells: [
          { text: name, href: mayOpen ? `${addressOf(place)}?draft=${draft.opening}` : undefined },
          { text: subject, hint: draft.number && draft.number !== draft.title ? draft.number : undefined },
          { text: formatDateTime(draft.savedAt) },
          standing(person, draft, found),
          {
            form: {
              action: pathTo('drafts', { form: draft.form, base: writeDraftRef(draft) }),
              csrfToken,
              submissionId: randomUUID(),
              text: t('drafts:dropIt'),
              visuallyHiddenText: `${name} ${subject}`,
            },
          },
        ],
      },
    ];
  }

  /** Whether it can be sent as it is, has been overtaken, or can be sent no more. */
  function standing(person: Person, draft: DraftLine, { act, process }: NonNullable<ReturnType<typeof findAct>>) {
    const state = draft.state ? upgraded(process, draft.state) : undefined;
    const hint = draft.version === null ? undefined : t('drafts:onVersion', { version: draft.version });
    if (!act.opens && !state) return { text: t('drafts:standing.gone') };
    const { obstacle } = capacityFor(person, process, act, act.opens ? undefined : state);
    if (obstacle) return { text: t('drafts:standing.closed', { why: t(`problems:${obstacle}.what`) }), hint };
    const current = state && act.replaces?.current(state, person);
    const stale = draft.version !== null && current !== undefined && draft.version < current;
    return stale
      ? {
          tag: { text: t('drafts:standing.stale'), status: 'attention' },
          hint: t('drafts:onVersionOf', { version: draft.version, current }),
        }
      : { text: t('drafts:standing.ready'), hint };
  }
}
