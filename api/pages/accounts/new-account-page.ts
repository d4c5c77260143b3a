import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { AccountCreation } from '../../../domain/registers/account-edit';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { inspectorsWithoutAccount } from '../../../services/queries/registers/show-account';
import { createAccount } from '../../../services/people/create-account';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { openPage } from '../registers/open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from '../registers/register-actor';
import { submissionOf } from '../../forms/submission-of';
import { AccountCreationForm } from './account-form';

const act = 'account.create';
const fieldOfCode: Record<string, string> = {
  PASSWORD_TOO_WEAK: 'password',
  MACHINE_ACCOUNT: 'machine',
  CODE_TAKEN: 'username',
  DEPARTMENT_UNKNOWN: 'department',
  INSPECTOR_MISSING: 'inspector',
  INSPECTOR_OF_OTHER_UNIT: 'inspector',
  CAPACITIES_NONE: 'capacities',
  CAPACITIES_APART: 'capacities',
  CAPACITY_OF_OTHER_UNIT: 'capacities',
};

/** Opening an account; its first password must be changed at the first sign-in. */
export function newAccountPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.accountNew, async (req, res) => {
      openPage(req, 'accounts');
      await show(req, res, 200, {}, randomUUID());
    })
    .post(paths.accountNew, async (req, res) => {
      const actor = registerActor(openPage(req, 'accounts'), act);
      if (!actor) throw new Refusal('NOT_ENTITLED', { act });
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const values = readForm(AccountCreationForm, body);
      const parsed = AccountCreation.safeParse(values);
      if (!parsed.success)
        return show(
          req,
          res,
          422,
          values,
          submission,
          formErrors(parsed.error.issues, { schema: AccountCreationForm, act, texts: world.views.texts, values }),
        );
      try {
        const { id } = await createAccount(world.dataSource, {
          actor,
          at: world.now(),
          submission,
          values: parsed.data,
        });
        req.session.notice = { key: parsed.data.machine ? 'accounts:machineCreated' : 'accounts:created' };
        res.redirect(303, pathTo('account', { id }));
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        const text = refusalWords(world, failure);
        const field = fieldOfCode[failure.code];
        await show(req, res, statusOf(failure.code), values, submission, {
          errorList: [{ text, href: `#${field ?? 'main-content'}` }],
          messages: field ? { [field]: text } : {},
        });
      }
    });

  async function show(
    req: Request,
    res: Response,
    status: number,
    values: Record<string, unknown>,
    submission: string,
    errors?: FormErrors,
  ) {
    const title = t('accounts:new');
    const units = await unitNames(world.dataSource);
    const inspectors = await inspectorsWithoutAccount(world.dataSource);
    const page = await frame(world, req, res, {
      title,
      current: 'accounts',
      hasErrors: errors !== undefined,
      breadcrumbs: [{ text: t('pages:navigation.accounts'), href: paths.accounts }, { text: title }],
    });
    const { password: _password, ...kept } = values;
    const fields = formModel({
      schema: AccountCreationForm,
      act,
      texts: world.views.texts,
      values: kept,
      messages: errors?.messages,
      options: {
        departments: Object.entries(units).map(([value, text]) => ({ value, text })),
        inspectors: inspectors.map((inspector) => ({
          value: inspector.id,
          text: `${units[inspector.department] ?? inspector.department} ${inspector.staffNo} ${inspector.name}`,
        })),
      },
    });
    res.status(status).render('act', {
      page,
      title,
      errorList: errors?.errorList,
      form: {
        action: paths.accountNew,
        csrfToken: page.csrfToken,
        submissionId: submission,
        fields: fields.map((field) =>
          field.name === 'password' ? { ...field, type: 'password', autocomplete: 'new-password' } : field,
        ),
        submitText: title,
        cancel: { href: paths.accounts, text: t('accounts:cancel') },
      },
    });
  }
}
