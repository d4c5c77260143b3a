import { Router, type Request } from 'express';
import { z } from 'zod';
import { findAct } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { ownsNumber } from '../../../services/queries/cases/owns-number';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { addressOf } from '../../drafts/draft-place';
import { FormDraft } from '../../drafts/form-drafts';
import { personOf } from '../../middleware/require-person';
import { caseAddress, paths } from '../../paths';
import { frame } from '../frame';

const refreshSeconds = 5;
/** Which sending of the submission the page is about, where there was more than one. */
const Sending = z.uuid().optional().catch(undefined);

/** 受理中: an act whose answer took longer than the deadline finds its outcome here, done or refused. */
export function pendingPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.casePending, async (req, res) => {
    const { kind, number, submission } = partsOf(req);
    const id = `${kind}/${number}`;
    const view = await showCase(world.dataSource, personOf(req), id);
    const own = view ?? (await ownsNumber(world.dataSource, kind, number, `${personOf(req).account}/${submission}`));
    if (!own) throw new Refusal('CASE_UNKNOWN', { case: id });

    const act = findAct(typeof req.query['act'] === 'string' ? req.query['act'] : '')?.act;
    const draft = act && new FormDraft(world, req, act, act.opens ? undefined : id);
    const outcome = await world.outcome({ caseId: id, submission, sending: Sending.parse(req.query['sending']) });
    if (outcome.kind === 'done') {
      await draft?.discard();
      if (act) req.session.notice = { key: 'pages:case.done', values: { act: t(`acts:${act.name}.name`) } };
      return res.redirect(303, caseAddress(id));
    }
    const form = act && addressOf({ act: act.name, caseId: act.opens ? undefined : id });
    if (outcome.kind !== 'pending' && form) {
      const { code, details } =
        outcome.kind === 'refused'
          ? outcome
          : new Refusal(outcome.kind === 'invalid' ? 'INVALID_INPUT' : 'ENGINE_UNREACHABLE');
      req.session.refused = { address: form, code, details };
      return res.redirect(303, form);
    }
    const title = t('pages:case.pendingTitle');
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      refreshSeconds,
      breadcrumbs: view ? [{ text: view.title, href: caseAddress(id) }, { text: title }] : undefined,
    });
    res.status(202).render('pending', {
      page,
      title,
      act: act && t(`acts:${act.name}.name`),
      text: t('problems:ACT_PENDING.means'),
      checkHref: req.originalUrl,
      refreshSeconds,
      back: view
        ? { href: caseAddress(id), text: t('pages:act.cancel') }
        : { href: paths.home, text: t('pages:error.home') },
    });
  });
}

function partsOf(req: Request): { kind: string; number: string; submission: string } {
  const { kind, number, submission } = req.params as Record<string, string>;
  return { kind: kind ?? '', number: number ?? '', submission: submission ?? '' };
}
