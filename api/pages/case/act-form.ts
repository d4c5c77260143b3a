import type { Request, Response } from 'express';
import type { Act } from '../../../domain/act';
import type { Process } from '../../../domain/process';
import type { Refusal } from '../../../domain/refusal';
import { filesById } from '../../../services/queries/cases/files-by-id';
import type { CaseView } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { refusalErrors } from '../../forms/refusal-errors';
import { formErrors, type FormIssue } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import type { Person } from '../../person';
import { caseAddress } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';
import { placesOfRules, proposalErrors } from '../proposal/proposal-errors';
import { proposalForm } from '../proposal/proposal-form';
import { actContext } from './act-context';
import { actOptions } from './act-options';
import { nameItemRows, withItemRows } from './record-rows';

export interface ShownAct {
  view: CaseView;
  act: Act;
  process: Process;
  person: Person;
}

/** What stands in the form, and what is said about it. */
export interface FormState {
  values: Record<string, unknown>;
  submission: string;
  draftToken: string;
  /** When the draft that fills the form was kept. */
  savedAt?: Date;
  issues?: FormIssue[];
  refusal?: Refusal;
}

/** Shows an act's form with what is in it, each message beside its field. */
export async function showActForm(
  world: AppWorld,
  req: Request,
  res: Response,
  { act, view, person }: ShownAct,
  state: FormState,
): Promise<void> {
  const { t } = world.views.texts;
  const title = t(`acts:${act.name}.button`);
  const errors =
    state.issues &&
    formErrors(state.issues, { schema: act.input, act: act.name, texts: world.views.texts, values: state.values });
  const refused = state.refusal && refusalErrors(state.refusal, refusalWords(world, state.refusal), placesOfRules);
  const found = errors ?? refused;
  const page = await frame(world, req, res, {
    title,
    current: 'cases',
    hasErrors: found !== undefined,
    breadcrumbs: [
      {
        text:
          view.object ?? (view.title === view.number ? `${t(`cases:kinds.${view.kind}`)} ${view.number}` : view.title),
        href: caseAddress(view.id),
      },
      { text: title },
    ],
  });
  const common = {
    page,
    title,
    intro: t(`acts:${act.name}.intro`),
    action: req.path,
    csrfToken: page.csrfToken,
    submissionId: state.submission,
    draft: { token: state.draftToken, savedAt: state.savedAt },
    cancelHref: caseAddress(view.id),
  };
  res.status(state.issues ? 422 : state.refusal ? statusOf(state.refusal.code) : 200);
  if ('scheme' in act.input.shape) {
    const placed = found && proposalErrors(found, state.values);
    return res.render('proposal', {
      ...common,
      errorList: placed?.errorList,
      ...(await proposalForm(world, person, state.values, placed?.messages)),
      revising: true,
    });
  }
  const [options, about] = await Promise.all([actOptions(world, view, person), actContext(world, view, act, person)]);
  const items = options['items'] ?? [];
  const records = 'rows' in act.input.shape;
  const attachments = (state.values['attachments'] ?? []) as string[];
  const files = Array.isArray(attachments) ? await filesById(world.dataSource, attachments) : [];
  const model = formModel({
    schema: act.input,
    act: act.name,
    texts: world.views.texts,
    values: records ? withItemRows(state.values, items) : state.values,
    messages: found?.messages,
    options: { ...options, files: files.map((file) => ({ value: file.id, text: file.name })) },
  });
  const fields = records ? nameItemRows(model, items) : model;
  res.render('act', {
    ...common,
    errorList: found?.errorList,
    about,
    form: {
      action: common.action,
      csrfToken: page.csrfToken,
      submissionId: state.submission,
      multipart: 'attachments' in act.input.shape,
      fields,
      hasRows: fields.some((field) => field.widget === 'fieldset'),
      draft: fields.some((field) => field.widget !== 'hidden') ? common.draft : undefined,
      submitText: title,
      cancel: { href: common.cancelHref, text: t('pages:act.cancel') },
    },
  });
}
