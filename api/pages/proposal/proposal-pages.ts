import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { propose } from '../../../domain/joint-check/acts/propose';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { draftCommand } from '../../drafts/draft-command';
import { FormDraft } from '../../drafts/form-drafts';
import { sendSaved } from '../../drafts/send-saved';
import { refusalErrors } from '../../forms/refusal-errors';
import { formErrors, type FormErrors, type FormIssue } from '../../forms/form-errors';
import { personOf } from '../../middleware/require-person';
import { performFor } from '../../perform-for';
import { caseAddress, pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { submissionOf } from '../../forms/submission-of';
import { refusedBefore } from '../case/act-page';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';
import { placesOfRules, proposalErrors } from './proposal-errors';
import { proposalForm } from './proposal-form';
import { readProposal } from './read-proposal';
import { asksForecast, scopeForecast } from './scope-forecast';

type Body = Record<string, unknown>;

interface Shown {
  values: Body;
  submission: string;
  savedAt?: Date;
  errors?: FormErrors;
}

/** Proposing a joint check: one page, because whoever drafts it works from a paper that has it all. */
export function proposalPages(world: AppWorld): Router {
  const { t } = world.views.texts;
  const title = t('acts:jointCheck.propose.name');
  return Router()
    .get(paths.jointCheckNew, async (req, res) => {
      if (!personOf(req).capacities.includes('departmentHandler')) throw new Refusal('NOT_ENTITLED');
      const refusal = refusedBefore(req);
      const draft = await draftOf(req).over({});
      await show(req, res, { ...draft, submission: randomUUID(), errors: refusal && refusedAs(refusal) });
    })
    .post(paths.scopeForecast, async (req, res) => {
      if (!personOf(req).capacities.includes('departmentHandler')) throw new Refusal('NOT_ENTITLED');
      const values = readProposal(propose.input, (req.body ?? {}) as Body);
      res.render('scope-forecast', { layout: false, forecast: await scopeForecast(world, values) });
    })
    .post(paths.jointCheckNew, async (req, res) => {
      const body = (req.body ?? {}) as Body;
      const submission = submissionOf(body);
      const draft = draftOf(req);
      const command = draftCommand(body);
      if (command === 'discard') {
        await draft.discard();
        return res.redirect(303, paths.jointCheckNew);
      }
      const input = readProposal(propose.input, body);
      if (asksForecast(body)) return show(req, res, { values: input, submission });
      if (command === 'save') {
        try {
          await draft.keep(body);
          return sendSaved(world, req, res);
        } catch (failure) {
          if (!(failure instanceof Refusal)) throw failure;
          return show(req, res.status(statusOf(failure.code)), {
            values: input,
            submission,
            errors: refusedAs(failure),
          });
        }
      }
      const outcome = await performFor(world, personOf(req), { act: propose.name, input, submission });
      if (outcome.kind === 'done') {
        await draft.discard();
        req.session.notice = { key: 'pages:case.done', values: { act: title } };
        return res.redirect(303, caseAddress(outcome.receipt.caseId));
      }
      if (outcome.kind === 'pending') {
        await draft.keep(body);
        return res.redirect(303, pathTo('actPending', { key: outcome.key }));
      }
      if (outcome.kind === 'invalid') {
        const errors = formErrors(outcome.issues as FormIssue[], {
          schema: propose.input,
          act: propose.name,
          texts: world.views.texts,
          values: input,
        });
        return show(req, res.status(422), { values: input, submission, errors });
      }
      const refusal =
        outcome.kind === 'refused'
          ? new Refusal(outcome.code, outcome.details)
          : new Refusal(outcome.kind === 'parked' ? outcome.code : 'ENGINE_UNREACHABLE');
      // A refused attempt is over; only one that nobody took is sent again under its own name.
      const next = outcome.kind === 'refused' ? randomUUID() : submission;
      await show(req, res.status(statusOf(refusal.code)), {
        values: input,
        submission: next,
        errors: refusedAs(refusal),
      });
    });

  function draftOf(req: Request): FormDraft {
    return new FormDraft(world, req, propose);
  }

  function refusedAs(refusal: Refusal): FormErrors {
    return refusalErrors(refusal, refusalWords(world, refusal), placesOfRules);
  }

  async function show(req: Request, res: Response, { values, submission, savedAt, errors }: Shown) {
    const placed = errors && proposalErrors(errors, values);
    const page = await frame(world, req, res, { title, current: 'home', hasErrors: errors !== undefined });
    res.render('proposal', {
      page,
      title,
      intro: t('acts:jointCheck.propose.intro'),
      action: paths.jointCheckNew,
      csrfToken: page.csrfToken,
      submissionId: submission,
      draft: { token: draftOf(req).token, savedAt },
      cancelHref: paths.home,
      errorList: placed?.errorList,
      ...(await proposalForm(world, personOf(req), values, placed?.messages)),
    });
  }
}
