import type { Request, Response } from 'express';
import type { Act } from '../../../domain/act';
import { OFFICE } from '../../../domain/actor';
import { fileFields } from '../../../domain/file-fields';
import type { Process } from '../../../domain/process';
import type { Refusal } from '../../../domain/refusal';
import { filesById } from '../../../services/queries/cases/files-by-id';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import type { ActContext, Choices } from '../../faces/face';
import type { FactsContext } from '../../faces/facts';
import { sentBackRows } from '../../faces/sent-back-rows';
import { writeDraftRef } from '../../../domain/draft-ref';
import type { FormDraft } from '../../drafts/form-drafts';
import type { KeptDraft } from '../../../services/queries/people/find-drafts';
import { valueRows } from '../../forms/value-words';
import { joinedErrors } from '../../forms/joined-errors';
import { refusalErrors } from '../../forms/refusal-errors';
import { formErrors, type FormErrors, type FormIssue } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import type { Person } from '../../person';
import { remarkedName } from '../../file-remark';
import { caseAddress, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { refusalWords } from '../refusal-words';

export interface ShownAct {
  /** The case that the act is on; absent where it opens one. */
  view?: CaseView;
  act: Act;
  process: Process;
  person: Person;
}

/** What stands in the form, and what is said about it. */
export interface FormState {
  values: Record<string, unknown>;
  submission: string;
  draft: FormDraft;
  /** What stood in the form when it was opened, packed; where it is about a version. */
  opened?: string;
  /** When the draft that fills the form was kept. */
  savedAt?: Date;
  /** What other openings of the form keep. */
  others?: KeptDraft[];
  issues?: FormIssue[];
  refusal?: Refusal;
  /** Why some of the files that came with it were not kept. */
  refusals?: Refusal[];
}

/** Shows an act's form with what is in it, each message beside its field. */
export async function showActForm(
  world: AppWorld,
  req: Request,
  res: Response,
  shown: ShownAct,
  state: FormState,
): Promise<void> {
  const { t } = world.views.texts;
  const { act, view, process } = shown;
  const face = faces[process.kind];
  const own = face.ownForms[act.name];
  const title = t(`acts:${act.name}.${act.opens ? 'name' : 'button'}`);
  const refusal = state.refusal ?? state.refusals?.[0];
  const found = errorsOf(world, shown, state, own?.places);
  const page = await frame(world, req, res, {
    title,
    current: view ? 'cases' : 'home',
    hasErrors: found !== undefined,
    breadcrumbs: view && [{ text: nameOf(world, view), href: caseAddress(view.id) }, { text: title }],
  });
  const common = {
    page,
    title,
    intro: t(`acts:${act.name}.intro`),
    action: req.path,
    csrfToken: page.csrfToken,
    submissionId: state.submission,
    draft: {
      token: state.draft.token,
      base: state.draft.base && writeDraftRef(state.draft.base),
      savedAt: state.savedAt,
    },
    cancelHref: view ? caseAddress(view.id) : paths.home,
  };
  const context = { world, person: shown.person, units: await unitNames(world.dataSource), t };
  res.status(state.issues ? 422 : refusal ? statusOf(refusal.code) : 200);
  const choices = await choicesFor(context, shown, state.values);
  const others = (state.others ?? []).map(({ opening, savedAt, values }) => ({
    savedAt,
    href: `${req.path}?draft=${opening}`,
    rows: valueRows({ act: act.name, schema: act.input, texts: world.views.texts, choices }, values),
  }));
  const draft = { ...common.draft, others };
  if (own) {
    const placed = found && own.placed(found, state.values);
    return res.render(own.template, {
      ...common,
      draft,
      opened: state.opened,
      errorList: placed?.errorList,
      ...(await own.show(context, state.values, placed?.messages ?? {}, askedOf(req))),
    });
  }
  const about = await aboutOf(context, shown);
  const fit = face.fits[act.name];
  const model = formModel({
    schema: act.input,
    act: act.name,
    texts: world.views.texts,
    values: fit ? fit.values(state.values, choices) : state.values,
    messages: found?.messages,
    options: choices,
    fileLimitMb: world.config.uploadLimitMb,
    // The number of a new case is the system's own.
    without: act.opens ? ['number'] : [],
  });
  const fields = fit ? fit.fields(model, choices) : model;
  res.render('act', {
    ...common,
    errorList: found?.errorList,
    about,
    form: {
      action: common.action,
      csrfToken: page.csrfToken,
      opened: state.opened,
      submissionId: state.submission,
      multipart: fileFields(act.input).length > 0,
      fields,
      hasRows: fields.some((field) => field.widget === 'fieldset'),
      draft: fields.some((field) => field.widget !== 'hidden') ? draft : undefined,
      submitText: title,
      cancel: { href: common.cancelHref, text: t('pages:act.cancel') },
    },
  });
}

const askedOf = (req: Request): Record<string, unknown> =>
  ((req.method === 'POST' ? req.body : req.query) ?? {}) as Record<string, unknown>;

/** Why the work came back, on top; then what the act is about: the case's own facts, where nothing else is said of it. */
async function aboutOf(context: FactsContext, { act, view, process }: ShownAct): Promise<ActContext | undefined> {
  if (!view) return undefined;
  const face = faces[process.kind];
  const [sentBack, about] = await Promise.all([sentBackRows(context, view, act), face.about(context, view, act)]);
  const said = about.rows.length + about.records.length > 0;
  const rows = said ? about.rows : (await face.facts(context, view)).rows;
  return { ...about, rows: [...sentBack, ...rows] };
}

function errorsOf(
  world: AppWorld,
  { act }: ShownAct,
  { issues, refusal, refusals = [], values }: FormState,
  places?: Readonly<Record<string, string>>,
): FormErrors | undefined {
  if (issues) return formErrors(issues, { schema: act.input, act: act.name, texts: world.views.texts, values });
  const all = (refusal ? [refusal, ...refusals] : refusals).map((one) =>
    refusalErrors(one, refusalWords(world, one), places),
  );
  return all.length > 0 ? joinedErrors(all, world.views.texts.marks) : undefined;
}

/** The lists that every form may choose from, and those of this kind of case. */
export async function choicesFor(
  context: FactsContext,
  { act, view, process }: ShownAct,
  values: Record<string, unknown>,
): Promise<Choices> {
  const ids = fileFields(act.input).flatMap((name) => (Array.isArray(values[name]) ? (values[name] as string[]) : []));
  const files = await filesById(context.world.dataSource, ids);
  return {
    departments: Object.entries(context.units)
      .filter(([code]) => code !== OFFICE)
      .map(([value, text]) => ({ value, text })),
    files: files.map((file) => ({
      value: file.id,
      text: remarkedName(context.world.views.texts, file),
    })),
    ...(view && (await faces[process.kind].choices(context, view))),
  };
}

export function nameOf(world: AppWorld, view: CaseView): string {
  if (view.object) return view.object;
  return view.title === view.number ? `${world.views.texts.t(`cases:kinds.${view.kind}`)} ${view.number}` : view.title;
}
