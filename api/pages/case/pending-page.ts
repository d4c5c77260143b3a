import { Router } from 'express';
import { findAct } from '../../../domain/processes';
import { readDraftRef } from '../../../domain/draft-ref';
import { Refusal } from '../../../domain/refusal';
import { findRequest } from '../../../services/queries/cases/find-request';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { addressOf } from '../../drafts/draft-place';
import { FormDraft } from '../../drafts/form-drafts';
import { personOf } from '../../middleware/require-person';
import { caseAddress, paths } from '../../paths';
import { frame } from '../frame';

const refreshSeconds = 5;

/** 受理中: an act whose answer took longer than the deadline finds its outcome here, done or refused; for whoever sent it. */
export function pendingPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.actPending, async (req, res) => {
    const key = String(req.params['key']);
    const request = await findRequest(world.dataSource, key);
    const person = personOf(req);
    if (request?.account !== person.account) throw new Refusal('NOT_FOUND');
    const caseId = request.caseId ?? undefined;
    const act = findAct(request.act)?.act;
    const draft = act && new FormDraft(world, req, act, caseId);
    const outcome = await world.outcome({ key, caseId });
    if (outcome.kind === 'done') {
      await draft?.discard(readDraftRef(req.query['draft']));
      if (act) req.session.notice = { key: 'pages:case.done', values: { act: t(`acts:${act.name}.name`) } };
      return res.redirect(303, caseAddress(outcome.receipt.caseId));
    }
    const form = act && addressOf({ act: act.name, caseId });
    if (outcome.kind !== 'pending' && form) {
      const { code, details } =
        outcome.kind === 'refused'
          ? outcome
          : new Refusal(
              outcome.kind === 'parked'
                ? outcome.code
                : outcome.kind === 'invalid'
                  ? 'INVALID_INPUT'
                  : 'ENGINE_UNREACHABLE',
            );
      req.session.refused = { address: form, code, details, seen: request.seen ?? undefined };
      return res.redirect(303, form);
    }
    const view = caseId ? await showCase(world.dataSource, person, caseId) : undefined;
    const title = t('pages:case.pendingTitle');
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      refreshSeconds,
      breadcrumbs: view ? [{ text: view.title, href: caseAddress(view.id) }, { text: title }] : undefined,
    });
    res.status(202).render('pending', {
      page,
      title,
      act: act && t(`acts:${act.name}.name`),
      text: t('problems:ACT_PENDING.means'),
      checkHref: req.originalUrl,
      refreshSeconds,
      back: view
        ? { href: caseAddress(view.id), text: t('pages:act.cancel') }
        : { href: paths.home, text: t('pages:error.home') },
    });
  });
}
