import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { propose } from '../../../domain/joint-check/acts/propose';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormIssue } from '../../forms/form-errors';
import { personOf } from '../../middleware/require-person';
import { performFor } from '../../perform-for';
import { caseAddress, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';
import { proposalForm, readProposal } from './proposal-form';

/** Proposing a joint check: one page, because whoever drafts it works from a paper that has it all. */
export function proposalPages(world: AppWorld): Router {
  const { t } = world.views.texts;
  const title = t('acts:jointCheck.propose.name');
  return Router()
    .get(paths.jointCheckNew, async (req, res) => {
      if (!personOf(req).capacities.includes('departmentHandler')) throw new Refusal('NOT_ENTITLED');
      await show(req, res, {}, randomUUID());
    })
    .post(paths.jointCheckNew, async (req, res) => {
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = typeof body['submissionId'] === 'string' && /^[0-9a-f-]{36}$/.test(body['submissionId']) ? body['submissionId'] : randomUUID();
      const input = readProposal(propose.input, body);
      const outcome = await performFor(world, personOf(req), { act: propose.name, input, submission });
      if (outcome.kind === 'done' || outcome.kind === 'pending') {
        if (outcome.kind === 'done') req.session.notice = { key: 'pages:case.done', values: { act: title } };
        return res.redirect(303, outcome.kind === 'done' ? caseAddress(outcome.caseId ?? '') : paths.home);
      }
      if (outcome.kind === 'invalid') {
        const errors = formErrors(outcome.issues as FormIssue[], { schema: propose.input, act: propose.name, texts: world.views.texts, values: input });
        return show(req, res.status(422), input, submission, errors);
      }
      const refusal = outcome.kind === 'refused' ? new Refusal(outcome.code, outcome.details) : new Refusal('ENGINE_UNREACHABLE');
      const text = refusalWords(world, refusal);
      await show(req, res.status(statusOf(refusal.code)), input, submission, { errorList: [{ text, href: '#content' }], messages: {} });
    });

  async function show(req: Request, res: Response, values: Record<string, unknown>, submissionId: string, errors?: { errorList: unknown[]; messages: Record<string, string> }) {
    const page = await frame(world, req, res, { title, current: 'home', hasErrors: errors !== undefined });
    res.render('proposal', {
      page,
      title,
      intro: t('acts:jointCheck.propose.intro'),
      action: paths.jointCheckNew,
      csrfToken: page.csrfToken,
      submissionId,
      cancelHref: paths.home,
      errorList: errors?.errorList,
      ...(await proposalForm(world, personOf(req), values, errors?.messages)),
    });
  }
}
