import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../../domain/actor';
import { Refusal } from '../../../domain/refusal';
import { requireRegisterAct, type RegisterAct } from '../../../domain/registers/permissions';
import { unitNames } from '../../../services/queries/people/unit-names';
import { registerHistory } from '../../../services/queries/registers/register-history';
import type { AppWorld } from '../../app-world';
import { openedIn, readConflict, type Sides } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import { showRowConflict } from '../../conflicts/row-conflict';
import { editRows, rowCommand } from '../../forms/edit-rows';
import type { Choice } from '../../forms/field-views';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { refusalErrors } from '../../forms/refusal-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import type { Person } from '../../person';
import { pathTo, paths, type PathName } from '../../paths';
import { statusOf } from '../../problems';
import type { Conflict } from '../../conflicts/show-conflict';
import { frame, type FrameOptions } from '../frame';
import { refusalWords } from '../refusal-words';
import { historyItems } from './history-items';
import { openPage } from './open-page';
import { registerActor } from './register-actor';
import { submissionOf } from '../../forms/submission-of';

/** A row as its form takes it. */
export interface Editable<Schema extends z.ZodObject> {
  /** What the row is called, and its page; nothing for a row that is not there yet. */
  row?: { text: string; href: string };
  /** Units that the row belongs to. */
  owners: readonly string[];
  values: Record<string, unknown>;
  /** What the form is about, read above it. */
  about?: readonly object[];
  /** Fields that this row has no use for. */
  without?: string[];
  options?: Record<string, Choice[]>;
  /** Where its history stands, and what ids and codes in it are called: the form says what was changed last. */
  history?: { register: string; id: string; names?: Record<string, string> };
  /** Does the change and gives the address of the row. */
  save(data: z.infer<Schema>, command: { actor: Actor; at: Date; submission: string }): Promise<string>;
}

export interface EditPage<Schema extends z.ZodObject> {
  list: PathName;
  path: PathName;
  act: RegisterAct;
  schema: Schema;
  /** Texts of the page: title, save, done and perhaps intro below this key. */
  texts: string;
  /** Field that a refusal speaks of, by its code. */
  fieldOf?: Record<string, string>;
  find(req: Request, person: Person, actor: Actor): Promise<Editable<Schema> | undefined>;
}

interface Shown {
  values: Record<string, unknown>;
  submission: string;
  status: number;
  errors?: FormErrors;
}

/** A form that changes one row of a register, with a reason that stays in its history; the service checks everything again. */
export function editPage<Schema extends z.ZodObject>(world: AppWorld, kind: EditPage<Schema>): Router {
  const { t, has } = world.views.texts;
  const { act, schema } = kind;
  const versioned = Object.hasOwn(schema.shape, 'version');
  return Router()
    .get(paths[kind.path], async (req, res) => {
      const { found } = await find(req);
      await show(req, res, found, { values: found.values, submission: randomUUID(), status: 200 });
    })
    .post(paths[kind.path], async (req, res) => {
      const { found, actor } = await find(req);
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const answer = readConflict(schema, body);
      if (answer?.inForm) return show(req, res, found, { values: answer.input, submission, status: 200 });
      if (answer && answer.missing.length > 0) return conflict(req, res, found, { ...answer, submission });
      const command = rowCommand(body);
      if (command)
        return show(req, res, found, {
          values: editRows(readForm(schema, body, { keepBlankRows: true }), command),
          submission,
          status: 200,
        });
      const values = answer?.input ?? readForm(schema, body);
      const parsed = schema.safeParse(values);
      if (!parsed.success)
        return show(req, res, found, {
          values,
          submission,
          status: 422,
          errors: formErrors(parsed.error.issues, { schema, act, texts: world.views.texts, values }),
        });
      try {
        const address = await found.save(parsed.data, { actor, at: world.now(), submission });
        req.session.notice = { key: `${kind.texts}.done` };
        res.redirect(303, address);
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        if (failure.code === 'STALE_VERSION') {
          const again = (await find(req)).found;
          const sides = { base: openedIn(schema, body) ?? {}, mine: values, theirs: readForm(schema, again.values) };
          return conflict(req, res, again, { sides, submission: randomUUID(), refusal: failure });
        }
        await show(req, res, found, {
          values,
          submission,
          status: statusOf(failure.code),
          errors: refusalErrors(failure, refusalWords(world, failure), kind.fieldOf),
        });
      }
    });

  async function find(req: Request) {
    const person = openPage(req, kind.list);
    const actor = registerActor(person, act);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act });
    const found = await kind.find(req, person, actor);
    if (!found) throw new Refusal('NOT_FOUND');
    requireRegisterAct(act, actor, found.owners);
    return { found, actor };
  }

  function frameOf({ row }: Editable<Schema>): FrameOptions {
    const title = t(`${kind.texts}.title`);
    const list = { text: t(`pages:navigation.${kind.list}`), href: pathTo(kind.list) };
    return { title, current: kind.list, breadcrumbs: [list, ...(row ? [row] : []), { text: title }] };
  }

  /** What was typed beside what another saved meanwhile. */
  function conflict(
    req: Request,
    res: Response,
    found: Editable<Schema>,
    state: Pick<Conflict, 'submission' | 'refusal' | 'choices' | 'missing'> & { sides: Sides },
  ): Promise<void> {
    const { title, ...rest } = frameOf(found);
    const { without = [] } = found;
    const seen = (side: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(side).filter(([name]) => !without.includes(name)));
    const { base, mine, theirs } = state.sides;
    return showRowConflict(world, req, res, {
      ...state,
      sides: { base: seen(base), mine: seen(mine), theirs: seen(theirs) },
      title,
      frame: rest,
      action: req.path,
      cancel: { href: found.row?.href ?? pathTo(kind.list), text: t('registers:back') },
      form: { act, schema, options: found.options },
    });
  }

  /** What the last change of the row made of it; nothing where it was never changed. */
  async function lastChange({ history }: Editable<Schema>) {
    if (!history) return undefined;
    const [lines, units] = await Promise.all([
      registerHistory(world.dataSource, history.register, history.id),
      unitNames(world.dataSource),
    ]);
    const changed = historyItems(world, lines, units, history.names).filter(({ changes }) => changes.length > 0);
    return changed.length > 0 ? changed.slice(0, 1) : undefined;
  }

  async function show(req: Request, res: Response, found: Editable<Schema>, shown: Shown) {
    const { row, about, without, options } = found;
    const frameOptions = { ...frameOf(found), hasErrors: shown.errors !== undefined };
    const { title } = frameOptions;
    const page = await frame(world, req, res, frameOptions);
    res.status(shown.status).render('act', {
      page,
      title,
      intro: has(`${kind.texts}.intro`) ? t(`${kind.texts}.intro`) : undefined,
      about: about && { rows: about },
      lastChange: await lastChange(found),
      errorList: shown.errors?.errorList,
      form: {
        action: req.path,
        csrfToken: page.csrfToken,
        opened: versioned
          ? packed(openedIn(schema, (req.body ?? {}) as Record<string, unknown>) ?? readForm(schema, found.values))
          : undefined,
        submissionId: shown.submission,
        fields: formModel({
          schema,
          act,
          texts: world.views.texts,
          values: shown.values,
          messages: shown.errors?.messages,
          options,
          without,
        }),
        submitText: t(`${kind.texts}.save`),
        cancel: { href: row?.href ?? pathTo(kind.list), text: t('registers:back') },
      },
    });
  }
}
