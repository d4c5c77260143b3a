import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { Act } from '../../../domain/act';
import { findAct } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { draftCommand } from '../../drafts/draft-command';
import { FormDraft } from '../../drafts/form-drafts';
import { sendSaved } from '../../drafts/send-saved';
import { hiddenValues } from '../../drafts/typed-values';
import { editRows, rowCommand } from '../../forms/edit-rows';
import type { FormIssue } from '../../forms/form-errors';
import { readForm } from '../../forms/read-form';
import { leadBack } from '../../middleware/form-protection';
import { personOf } from '../../middleware/require-person';
import { performFor } from '../../perform-for';
import { capacityFor } from '../../person';
import { caseAddress, pathTo, paths } from '../../paths';
import { submissionOf } from '../../forms/submission-of';
import { readProposal } from '../proposal/read-proposal';
import { asksForecast } from '../proposal/scope-forecast';
import { actFiles, keepFiles } from './act-files';
import { showActForm, type FormState, type ShownAct } from './act-form';
import { presentValues } from './present-values';

type Body = Record<string, unknown>;

/** The form of an act and its post; made from the act, except the proposal's, which is a page of its own. */
export function caseActPages(world: AppWorld): Router {
  const { t } = world.views.texts;

  return Router()
    .get(paths.caseAct, async (req, res) => {
      const shown = await find(req);
      const { obstacle } = capacityFor(shown.person, shown.process, shown.act, shown.view.state);
      if (obstacle) throw new Refusal(obstacle, { act: shown.act.name });
      const { values, savedAt } = await draftOf(req, shown).over(await presentValues(world, shown));
      await show(req, res, shown, { values, savedAt, submission: randomUUID(), refusal: refusedBefore(req) });
    })
    .post(paths.caseAct, actFiles(world), async (req, res) => {
      const body = (req.body ?? {}) as Body;
      const holds = res.locals['csrfHolds'] as (() => boolean) | undefined;
      if (holds && !holds()) return leadBack(world, req, res);
      const shown = await find(req);
      const draft = draftOf(req, shown);
      const submission = submissionOf(body);
      if (draftCommand(body) === 'discard') {
        await draft.discard();
        return res.redirect(303, req.originalUrl);
      }
      const command = rowCommand(body);
      if (command) {
        const edited = editRows(readForm(shown.act.input, body, { keepBlankRows: true }), command) as Body;
        return show(req, res, shown, { values: edited, submission });
      }
      const input =
        'scheme' in shown.act.input.shape ? readProposal(shown.act.input, body) : readForm(shown.act.input, body);
      if ('scheme' in shown.act.input.shape && asksForecast(body))
        return show(req, res, shown, { values: input, submission });
      try {
        if ('attachments' in shown.act.input.shape)
          input['attachments'] = await keepFiles(world, req, shown.person, input['attachments']);
        if (draftCommand(body) === 'save') {
          await draft.keep(body, 'attachments' in input ? { attachments: input['attachments'] } : {});
          return sendSaved(world, req, res);
        }
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        return show(req, res, shown, { values: input, submission, refusal: failure });
      }
      await perform(req, res, shown, { input, body, submission });
    });

  async function perform(
    req: Request,
    res: Response,
    shown: ShownAct,
    { input, body, submission }: { input: Body; body: Body; submission: string },
  ) {
    const { act, view, person } = shown;
    const draft = draftOf(req, shown);
    const outcome = await performFor(world, person, { act: act.name, caseId: view.id, input, submission });
    if (outcome.kind === 'done') {
      await draft.discard();
      req.session.notice = { key: 'pages:case.done', values: { act: t(`acts:${act.name}.name`) } };
      return res.redirect(303, caseAddress(view.id));
    }
    if (outcome.kind === 'pending') {
      // Taken, but a rule may still stand against it: until that is known, what was typed is kept.
      await draft.keep(body, { attachments: input['attachments'] });
      const [kind = '', number = ''] = view.id.split('/');
      return res.redirect(
        303,
        pathTo('casePending', { kind, number, submission, act: act.name, sending: outcome.sending }),
      );
    }
    if (outcome.kind === 'unreachable')
      return show(req, res, shown, { values: input, submission, refusal: new Refusal('ENGINE_UNREACHABLE') });
    if (outcome.kind === 'invalid')
      return show(req, res, shown, { values: input, submission, issues: outcome.issues as FormIssue[] });
    // Who was told that the content had changed sends the next time about what stands now.
    const stale = outcome.code === 'STALE_VERSION' ? hiddenValues(act, await presentValues(world, shown)) : {};
    // A refused attempt is over; what is sent after mending is another one, also where its name was used up before.
    await show(req, res, shown, {
      values: { ...input, ...stale },
      submission: randomUUID(),
      refusal: new Refusal(outcome.code, outcome.details),
    });
  }

  async function find(req: Request): Promise<ShownAct> {
    const person = personOf(req);
    const id = `${req.params['kind']}/${req.params['number']}`;
    const found = findAct(String(req.params['act']));
    const view = await showCase(world.dataSource, person, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    if (!found || found.act.byClock || found.act.opens || found.process.kind !== view.kind)
      throw new Refusal('ACT_UNKNOWN', { act: String(req.params['act']) });
    return { view, act: found.act as Act, process: found.process, person };
  }

  function draftOf(req: Request, { act, view }: ShownAct): FormDraft {
    return new FormDraft(world, req, act, view.id);
  }

  function show(req: Request, res: Response, shown: ShownAct, state: Omit<FormState, 'draftToken'>): Promise<void> {
    return showActForm(world, req, res, shown, { ...state, draftToken: draftOf(req, shown).token });
  }
}

/** The refusal that an act met after it was taken, told once on the form that it led back to. */
export function refusedBefore(req: Request): Refusal | undefined {
  const { refused } = req.session;
  if (refused?.address !== req.path) return undefined;
  delete req.session.refused;
  return new Refusal(refused.code, refused.details);
}
