import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import multer from 'multer';
import type { Act } from '../../../domain/act';
import { findAct } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { findReceipt } from '../../../services/queries/cases/find-receipt';
import { showCase, type CaseView } from '../../../services/queries/cases/show-case';
import { storeFile } from '../../../services/registers/store-file';
import type { AppWorld } from '../../app-world';
import { editRows, rowCommand } from '../../forms/edit-rows';
import { formErrors, type FormIssue } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { personOf } from '../../middleware/require-person';
import { performFor } from '../../perform-for';
import { capacityFor, type Person } from '../../person';
import { caseAddress, pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';
import { proposalForm, readProposal } from '../proposal/proposal-form';
import { actOptions } from './act-options';
import { presentValues } from './present-values';
import { nameItemRows, withItemRows } from './record-rows';

interface Shown {
  view: CaseView;
  act: Act;
  person: Person;
}

/** The form of an act and its post; made from the act, except the proposal's, which is a page of its own. */
export function caseActPages(world: AppWorld): Router {
  const { t } = world.views.texts;
  const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: world.config.uploadLimitMb * 1024 * 1024, files: 20, fields: 2000 } });

  return Router()
    .get(paths.caseAct, async (req, res) => {
      const shown = await find(req);
      const { obstacle } = capacityFor(shown.person, processOfAct(shown.act), shown.act, shown.view.state);
      if (obstacle) throw new Refusal(obstacle, { act: shown.act.name });
      await show(req, res, shown, { values: presentValues(shown.act, shown.view.state, shown.person), submission: randomUUID() });
    })
    .post(paths.caseAct, upload.array('attachments'), async (req, res) => {
      const body = (req.body ?? {}) as Record<string, unknown>;
      const holds = res.locals['csrfHolds'] as (() => boolean) | undefined;
      if (holds && !holds()) throw new Refusal('FORM_EXPIRED');
      const shown = await find(req);
      const submission = typeof body['submissionId'] === 'string' && /^[0-9a-f-]{36}$/.test(body['submissionId']) ? body['submissionId'] : randomUUID();
      const command = rowCommand(body);
      if (command) {
        const edited = editRows(readForm(shown.act.input, body, { keepBlankRows: true }), command) as Record<string, unknown>;
        return show(req, res, shown, { values: edited, submission });
      }
      const input = shown.act.name === 'jointCheck.revise' ? readProposal(shown.act.input, body) : readForm(shown.act.input, body);
      try {
        if ('attachments' in shown.act.input.shape) input['attachments'] = await keepFiles(req, shown.person, input['attachments']);
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        return show(req, res, shown, { values: input, submission, refusal: failure });
      }

      const outcome = await performFor(world, shown.person, { act: shown.act.name, caseId: shown.view.id, input, submission });
      if (outcome.kind === 'done') {
        req.session.notice = { key: 'pages:case.done', values: { act: t(`acts:${shown.act.name}.name`) } };
        return res.redirect(303, caseAddress(shown.view.id));
      }
      if (outcome.kind === 'pending') return res.redirect(303, pathTo('casePending', { ...numberOf(shown.view.id), submission }));
      if (outcome.kind === 'unreachable') return show(req, res, shown, { values: input, submission, refusal: new Refusal('ENGINE_UNREACHABLE') });
      if (outcome.kind === 'invalid') return show(req, res, shown, { values: input, submission, issues: outcome.issues as FormIssue[] });
      await show(req, res, shown, { values: input, submission, refusal: new Refusal(outcome.code, outcome.details) });
    })
    .get(paths.casePending, async (req, res) => {
      const id = `${req.params['kind']}/${req.params['number']}`;
      const view = await showCase(world.dataSource, personOf(req), id);
      if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
      if (await findReceipt(world.dataSource, id, String(req.params['submission']))) return res.redirect(303, caseAddress(id));
      const page = await frame(world, req, res, { title: t('pages:case.pendingTitle'), refreshSeconds: 5 });
      res.status(202).render('pending', { page, title: t('pages:case.pendingTitle'), text: t('problems:ACT_PENDING.means'), checkHref: req.originalUrl, caseHref: caseAddress(id) });
    });

  async function find(req: Request): Promise<Shown> {
    const person = personOf(req);
    const id = `${req.params['kind']}/${req.params['number']}`;
    const found = findAct(String(req.params['act']));
    const view = await showCase(world.dataSource, person, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    if (!found || found.act.hidden || found.act.opens || found.process.kind !== view.kind) throw new Refusal('ACT_UNKNOWN', { act: String(req.params['act']) });
    return { view, act: found.act, person };
  }

  async function keepFiles(req: Request, person: Person, kept: unknown): Promise<string[]> {
    const before = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
    const files = (req.files ?? []) as Express.Multer.File[];
    const ids: string[] = [];
    for (const file of files) {
      const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
      ids.push((await storeFile(world.dataSource, { name, content: file.buffer, uploadedBy: person.account })).id);
    }
    return [...before, ...ids];
  }

  async function show(req: Request, res: Response, shown: Shown, form: { values: Record<string, unknown>; submission: string; issues?: FormIssue[]; refusal?: Refusal }) {
    const { act, view, person } = shown;
    const title = t(`acts:${act.name}.button`);
    const errors = form.issues && formErrors(form.issues, { schema: act.input, act: act.name, texts: world.views.texts, values: form.values });
    const refused = form.refusal && refusalErrors(form.refusal);
    const errorList = errors?.errorList ?? refused?.errorList;
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      hasErrors: errorList !== undefined,
      breadcrumbs: [{ text: view.title === view.number ? `${t(`cases:kinds.${view.kind}`)} ${view.number}` : view.title, href: caseAddress(view.id) }, { text: title }],
    });
    const common = { page, title, errorList, intro: t(`acts:${act.name}.intro`), action: req.originalUrl, csrfToken: page.csrfToken, submissionId: form.submission, cancelHref: caseAddress(view.id) };
    res.status(form.issues ? 422 : form.refusal ? statusOf(form.refusal.code) : 200);
    if (act.name === 'jointCheck.revise') {
      return res.render('proposal', { ...common, ...(await proposalForm(world, person, form.values, errors?.messages)), revising: true });
    }
    const options = await actOptions(world, view, person);
    const items = options['items'] ?? [];
    const records = 'rows' in act.input.shape;
    const model = formModel({
      schema: act.input,
      act: act.name,
      texts: world.views.texts,
      values: records ? withItemRows(form.values, items) : form.values,
      messages: { ...errors?.messages, ...refused?.messages },
      options,
    });
    const fields = records ? nameItemRows(model, items) : model;
    res.render('act', {
      ...common,
      form: {
        action: req.originalUrl,
        csrfToken: page.csrfToken,
        submissionId: form.submission,
        multipart: 'attachments' in act.input.shape,
        fields,
        hasRows: fields.some((field) => field.widget === 'fieldset'),
        submitText: title,
        cancel: { href: caseAddress(view.id), text: t('pages:act.cancel') },
      },
    });
  }

  function refusalErrors(refusal: Refusal) {
    const text = refusalWords(world, refusal);
    const field = typeof refusal.details['field'] === 'string' ? refusal.details['field'] : undefined;
    return { errorList: [{ text, href: field ? `#${field}` : '#content' }], messages: field ? { [field]: text } : {} };
  }
}

function processOfAct(act: Act) {
  const found = findAct(act.name);
  if (!found) throw new Refusal('ACT_UNKNOWN', { act: act.name });
  return found.process;
}

function numberOf(caseId: string) {
  const [kind = '', number = ''] = caseId.split('/');
  return { kind, number };
}
