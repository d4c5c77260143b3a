import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { showAccount, type AccountView } from '../../../services/queries/registers/show-account';
import { changeAccount } from '../../../services/people/change-account';
import type { RowCommand } from '../../../services/registers/register-command';
import { tasksOfAccount } from '../../../services/queries/people/tasks-of-account';
import { resetPassword } from '../../../services/people/reset-password';
import type { AppWorld } from '../../app-world';
import { openedIn, readConflict, type Sides } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import { showRowConflict } from '../../conflicts/row-conflict';
import type { Conflict } from '../../conflicts/show-conflict';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { historyItems } from '../registers/history-items';
import { openPage } from '../registers/open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from '../registers/register-actor';
import { submissionOf } from '../../forms/submission-of';
import { AccountChangeForm, PasswordForm } from './account-form';

const act = 'account.change';
type Part = 'change' | 'password';

/** What the form of an account starts with. */
const presentOf = ({ version, name, capacities, active }: AccountView) => ({ version, name, capacities, active });

interface Failed {
  part: Part;
  values: Record<string, unknown>;
  submission: string;
  errors: FormErrors;
  status: number;
}

/** One account: its parts, whether it may come in, a new first password, and every change of it. */
export function accountPage(world: AppWorld): Router {
  const { t, formatDate, formatDateTime, marks } = world.views.texts;
  return Router()
    .get(paths.account, async (req, res) => {
      await show(req, res, await find(req));
    })
    .post(paths.account, async (req, res) => {
      await attempt(req, res, 'change', AccountChangeForm, ({ version, reason, ...values }, command) =>
        changeAccount(world.dataSource, { ...command, version, reason, values }),
      );
    })
    .post(paths.accountPassword, async (req, res) => {
      await attempt(req, res, 'password', PasswordForm, ({ version, password }, command) =>
        resetPassword(world.dataSource, { ...command, version, password }),
      );
    });

  async function find(req: Request): Promise<AccountView> {
    openPage(req, 'accounts');
    const account = await showAccount(world.dataSource, String(req.params['id']));
    if (!account) throw new Refusal('NOT_FOUND');
    return account;
  }

  async function attempt<Schema extends z.ZodObject>(
    req: Request,
    res: Response,
    part: Part,
    schema: Schema,
    work: (values: z.infer<Schema>, command: Omit<RowCommand, 'version'>) => Promise<unknown>,
  ) {
    const account = await find(req);
    const actor = registerActor(openPage(req, 'accounts'), act);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act });
    const body = (req.body ?? {}) as Record<string, unknown>;
    const submission = submissionOf(body);
    const answer = part === 'change' ? readConflict(schema, body) : undefined;
    if (answer?.inForm)
      return show(req, res, account, {
        part,
        values: answer.input,
        submission,
        errors: { errorList: [], messages: {} },
        status: 200,
      });
    if (answer && answer.missing.length > 0) return conflict(req, res, account, { ...answer, submission });
    const values = answer?.input ?? readForm(schema, body);
    const parsed = schema.safeParse(values);
    if (!parsed.success) {
      const errors = formErrors(parsed.error.issues, { schema, act, texts: world.views.texts, values });
      return show(req, res, account, { part, values, submission, errors, status: 422 });
    }
    try {
      await work(parsed.data, { actor, at: world.now(), submission, id: account.id });
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      // A password is never written into a page, and so it alone is typed again.
      if (failure.code === 'STALE_VERSION' && part === 'change') {
        const again = await find(req);
        const sides = { base: openedIn(schema, body) ?? {}, mine: values, theirs: readForm(schema, presentOf(again)) };
        return conflict(req, res, again, { sides, submission: randomUUID(), refusal: failure });
      }
      const field =
        failure.code.startsWith('CAPACIT') || failure.code === 'INSPECTOR_MISSING'
          ? 'capacities'
          : failure.code === 'PASSWORD_TOO_WEAK'
            ? 'password'
            : failure.code === 'REASON_NEEDED'
              ? 'reason'
              : failure.code === 'ACCOUNT_HAS_TASKS'
                ? 'despiteTasks'
                : undefined;
      const text = refusalWords(world, failure);
      return show(req, res, account, {
        part,
        values,
        submission,
        errors: {
          errorList: [{ text, href: `#${field ?? 'main-content'}` }],
          messages: field ? { [field]: text } : {},
        },
        status: statusOf(failure.code),
      });
    }
    req.session.notice = { key: part === 'change' ? 'accounts:changed' : 'accounts:passwordReset' };
    res.redirect(303, pathTo('account', { id: account.id }));
  }

  /** What was typed beside what another saved meanwhile. */
  async function conflict(
    req: Request,
    res: Response,
    account: AccountView,
    state: Pick<Conflict, 'submission' | 'refusal' | 'choices' | 'missing'> & { sides: Sides },
  ) {
    const href = pathTo('account', { id: account.id });
    await showRowConflict(world, req, res, {
      ...state,
      title: t('accounts:change'),
      frame: {
        current: 'accounts',
        breadcrumbs: [
          { text: t('pages:navigation.accounts'), href: paths.accounts },
          { text: account.username, href },
        ],
      },
      action: href,
      cancel: { href, text: t('registers:back') },
      form: { act, schema: AccountChangeForm },
    });
  }

  async function show(req: Request, res: Response, account: AccountView, failed?: Failed) {
    const [units, tasks] = await Promise.all([
      unitNames(world.dataSource),
      tasksOfAccount(world.dataSource, account.id),
    ]);
    const own = account.id === openPage(req, 'accounts').account;
    const page = await frame(world, req, res, {
      title: account.name,
      current: 'accounts',
      hasErrors: failed !== undefined && failed.errors.errorList.length > 0,
      breadcrumbs: [{ text: t('pages:navigation.accounts'), href: paths.accounts }, { text: account.username }],
    });
    const openedBefore = openedIn(AccountChangeForm, (req.body ?? {}) as Record<string, unknown>);
    const form = (part: Part, schema: z.ZodObject, present: Record<string, unknown>, action: string) => {
      const mine = failed?.part === part ? failed : undefined;
      const fields = formModel({
        schema,
        act,
        texts: world.views.texts,
        values: mine && part === 'change' ? mine.values : present,
        messages: mine?.errors.messages,
      });
      return {
        heading: t(`accounts:${part}`),
        intro: t(`accounts:${part}Intro`),
        form: {
          action,
          csrfToken: page.csrfToken,
          opened: part === 'change' ? packed(openedBefore ?? readForm(schema, present)) : undefined,
          submissionId: mine?.submission ?? randomUUID(),
          fields: fields.map((field) =>
            field.name === 'password' ? { ...field, type: 'password', autocomplete: 'new-password' } : field,
          ),
          submitText: t(`accounts:${part}`),
          submitClasses: part === 'change' ? '' : 'govuk-button--secondary',
        },
      };
    };
    const { version } = account;
    res.status(failed?.status ?? 200).render('register-row', {
      page,
      title: account.name,
      note: own ? t('accounts:own') : undefined,
      errorList: failed?.errors.errorList.length ? failed.errors.errorList : undefined,
      rows: [
        fact(t('accounts:username'), account.username),
        fact(t('accounts:department'), units[account.department] ?? account.department),
        fact(
          t('accounts:capacities'),
          account.capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list),
        ),
        fact(t('accounts:inspector'), account.inspectorName),
        {
          key: { text: t('accounts:state') },
          value: {
            tag: {
              text: t(account.active ? 'accounts:active' : 'accounts:disabled'),
              status: account.active ? 'active' : 'inactive',
            },
          },
        },
        fact(
          t('accounts:lockedUntil'),
          account.lockedUntil && account.lockedUntil > world.now() ? formatDateTime(account.lockedUntil) : null,
        ),
        fact(
          t('accounts:openTasks'),
          tasks.length > 0
            ? tasks.map(({ act: task, number, due }) =>
                t(due ? 'accounts:openTaskDue' : 'accounts:openTask', {
                  act: t(`acts:${task}.name`),
                  number,
                  due: due ? formatDate(due) : '',
                }),
              )
            : null,
        ),
        account.machine
          ? fact(t('accounts:kind'), t('accounts:machine'))
          : fact(t('accounts:mustChange'), t(account.mustChangePassword ? 'registers:yes' : 'registers:no')),
      ],
      acts: account.machine
        ? [{ text: t('accounts:tokens.title'), href: pathTo('accountTokens', { id: account.id }) }]
        : [],
      forms: own
        ? []
        : [
            form('change', AccountChangeForm, presentOf(account), pathTo('account', { id: account.id })),
            ...(account.machine
              ? []
              : [form('password', PasswordForm, { version }, pathTo('accountPassword', { id: account.id }))]),
          ],
      history: historyItems(world, account.history, units),
    });
  }
}
