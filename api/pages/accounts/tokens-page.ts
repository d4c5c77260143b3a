import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import { endOfToken, NewToken } from '../../../domain/registers/new-token';
import type { RegisterAct } from '../../../domain/registers/permissions';
import { endMachineToken, issueMachineToken } from '../../../services/people/machine-tokens';
import { ownTokens, type TokenLine } from '../../../services/queries/people/own-tokens';
import { showAccount, type AccountView } from '../../../services/queries/registers/show-account';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { submissionOf } from '../../forms/submission-of';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { openPage } from '../registers/open-page';
import { registerActor } from '../registers/register-actor';
import { refusalWords } from '../refusal-words';

const act = 'token.issue';
const NewTokenForm = z.object({ ...NewToken.shape, scope: NewToken.shape.scope.meta({ widget: 'checkboxes' }) });
/** What a form starts with: a system that only reads, for half a year. */
const usual = { scope: ['read'], days: 180 };
const Id = z.uuid();

interface Shown {
  status?: number;
  values?: Record<string, unknown>;
  errors?: FormErrors;
  /** Shown this once, and never again. */
  issued?: TokenLine & { token: string };
}

/** The tokens of a system's account: which there are, a new one, and an end to each; the security administrator's part. */
export function tokensPage(world: AppWorld): Router {
  const { t, formatDate, formatDateTime, marks } = world.views.texts;
  return Router()
    .get(paths.accountTokens, async (req, res) => show(req, res, await find(req), {}))
    .post(paths.accountTokens, async (req, res) => {
      const account = await find(req);
      const actor = actorFor(req, act);
      const body = (req.body ?? {}) as Record<string, unknown>;
      const values = readForm(NewTokenForm, body);
      const parsed = NewToken.safeParse(values);
      if (!parsed.success) {
        const errors = formErrors(parsed.error.issues, { schema: NewTokenForm, act, texts: world.views.texts, values });
        return show(req, res, account, { status: 422, values, errors });
      }
      const { label, scope } = parsed.data;
      const at = world.now();
      await attempt(req, res, account, values, async () => {
        const token = { account: account.id, label, scope, expires: endOfToken(at, parsed.data) };
        const issued = await issueMachineToken(world.dataSource, {
          actor,
          at,
          submission: submissionOf(body),
          values: token,
        });
        // Not led on to another address: nothing keeps the token for the page there.
        await show(req, res, account, { status: 201, issued });
      });
    })
    .post(paths.accountTokenEnd, async (req, res) => {
      const account = await find(req);
      const actor = actorFor(req, 'token.end');
      const token = Id.safeParse(req.params['token']);
      if (!token.success) throw new Refusal('NOT_FOUND');
      const submission = submissionOf((req.body ?? {}) as Record<string, unknown>);
      await attempt(req, res, account, undefined, async () => {
        const command = { actor, at: world.now(), submission };
        await endMachineToken(world.dataSource, { ...command, account: account.id, token: token.data });
        req.session.notice = { key: 'accounts:tokens.ended' };
        res.redirect(303, pathTo('accountTokens', { id: account.id }));
      });
    });

  async function find(req: Request): Promise<AccountView> {
    openPage(req, 'accounts');
    const account = await showAccount(world.dataSource, String(req.params['id']));
    if (!account?.machine) throw new Refusal('NOT_FOUND');
    return account;
  }

  function actorFor(req: Request, registerAct: RegisterAct) {
    const actor = registerActor(openPage(req, 'accounts'), registerAct);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act: registerAct });
    return actor;
  }

  async function attempt(
    req: Request,
    res: Response,
    account: AccountView,
    values: Record<string, unknown> | undefined,
    work: () => Promise<void>,
  ) {
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const errorList = [{ text: refusalWords(world, failure), href: '#main-content' }];
      await show(req, res, account, { status: statusOf(failure.code), values, errors: { errorList, messages: {} } });
    }
  }

  async function show(req: Request, res: Response, account: AccountView, shown: Shown) {
    const tokens = await ownTokens(world.dataSource, account.id);
    const title = t('accounts:tokens.title');
    const page = await frame(world, req, res, {
      title,
      current: 'accounts',
      hasErrors: shown.errors !== undefined,
      breadcrumbs: [
        { text: t('pages:navigation.accounts'), href: paths.accounts },
        { text: account.username, href: pathTo('account', { id: account.id }) },
        { text: title },
      ],
    });
    const { issued } = shown;
    res.status(shown.status ?? 200).render('account-tokens', {
      page,
      title,
      errorList: shown.errors?.errorList,
      issued: issued && {
        title: t('accounts:tokens.issued', { label: issued.label }),
        token: issued.token,
        once: t('accounts:tokens.once'),
      },
      rows: [
        fact(t('accounts:username'), account.username),
        fact(t('accounts:systemName'), account.name),
        fact(
          t('accounts:capacities'),
          account.capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list),
        ),
      ],
      table: tokenTable(account, tokens, page.csrfToken),
      form: account.active && {
        heading: t('accounts:tokens.new'),
        intro: t('accounts:tokens.newIntro'),
        form: {
          action: pathTo('accountTokens', { id: account.id }),
          csrfToken: page.csrfToken,
          // A form of its own each time: what was refused may be sent again, what was done is done once.
          submissionId: randomUUID(),
          fields: formModel({
            schema: NewTokenForm,
            act,
            texts: world.views.texts,
            values: shown.values ?? usual,
            messages: shown.errors?.messages,
          }),
          submitText: t('accounts:tokens.new'),
        },
      },
    });
  }

  function tokenTable({ id }: AccountView, tokens: TokenLine[], csrfToken: string | undefined) {
    const now = world.now();
    return {
      id: 'tokens',
      caption: t('accounts:tokens.caption'),
      stacked: true,
      columns: (['label', 'scope', 'createdAt', 'expiresAt', 'lastUsedOn', 'state'] as const).map((key) => ({
        text: t(`accounts:tokens.${key}`),
      })),
      rows: tokens.map((token) => ({
        cells: [
          { text: token.label },
          { text: token.scope.map((part) => t(`accounts:tokens.scopes.${part}`)).join(marks.list) },
          { text: formatDateTime(token.createdAt) },
          { text: formatDateTime(token.expiresAt) },
          { text: token.lastUsedOn ? formatDate(token.lastUsedOn) : t('accounts:tokens.never') },
          stateCell(id, token, now, csrfToken),
        ],
      })),
      empty: { title: t('accounts:tokens.empty') },
    };
  }

  function stateCell(account: string, token: TokenLine, now: Date, csrfToken: string | undefined) {
    if (token.endedAt)
      return {
        tag: { text: t('accounts:tokens.endedAt'), status: 'inactive' },
        lines: [formatDateTime(token.endedAt)],
      };
    if (token.expiresAt && token.expiresAt <= now)
      return { tag: { text: t('accounts:tokens.expired'), status: 'inactive' } };
    return {
      tag: { text: t('accounts:tokens.valid'), status: 'active' },
      form: {
        action: pathTo('accountTokenEnd', { id: account, token: token.id }),
        csrfToken,
        submissionId: randomUUID(),
        text: t('accounts:tokens.end'),
        visuallyHiddenText: token.label,
      },
    };
  }
}
