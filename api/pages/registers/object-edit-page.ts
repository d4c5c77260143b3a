import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { reason } from '../../../domain/fields';
import { riskClasses } from '../../../domain/joint-check/scheme';
import { Refusal } from '../../../domain/refusal';
import { objectStatuses } from '../../../domain/registers/object-dictionary';
import { ObjectEdit } from '../../../domain/registers/object-edit';
import { requireRegisterAct } from '../../../domain/registers/permissions';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { showObject } from '../../../services/queries/registers/show-object';
import { editObject } from '../../../services/registers/edit-object';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { openPage } from './open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from './register-actor';
import { submissionOf } from './submission-of';

const act = 'object.edit';
const part = ObjectEdit.shape;

/** What people mend by hand; identity and licences come by import. */
const ObjectForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  objectName: part.name.unwrap(),
  status: z.enum(objectStatuses).meta({ widget: 'select' }),
  address: part.address.meta({ widget: 'text' }),
  division: part.division.meta({ widget: 'select', options: 'divisions' }),
  legalRepresentative: part.legalRepresentative,
  phone: part.phone,
  riskClass: z.enum(riskClasses).nullable().optional(),
  riskSource: part.riskSource,
  reason,
});

/** Mending one object of the register, with a reason that stays in its history. */
export function objectEditPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.objectEdit, async (req, res) => {
      const { found } = await find(req);
      const { basic, whole } = found;
      const values = { version: whole.version, objectName: basic.name, status: basic.status, address: basic.address, division: basic.division, legalRepresentative: whole.legalRepresentative, phone: whole.phone, riskClass: whole.riskClass, riskSource: whole.riskSource };
      await show(req, res, basic, { values, submission: randomUUID(), status: 200 });
    })
    .post(paths.objectEdit, async (req, res) => {
      const { found, actor } = await find(req);
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const values = readForm(ObjectForm, body);
      const parsed = ObjectForm.safeParse(values);
      if (!parsed.success) return show(req, res, found.basic, { values, submission, status: 422, errors: formErrors(parsed.error.issues, { schema: ObjectForm, act, texts: world.views.texts, values }) });
      const { version, objectName, reason: why, status, ...rest } = parsed.data;
      const emptied = { address: rest.address ?? null, division: rest.division ?? null, legalRepresentative: rest.legalRepresentative ?? null, phone: rest.phone ?? null, riskClass: rest.riskClass ?? null, riskSource: rest.riskSource ?? null };
      try {
        await editObject(world.dataSource, { actor, at: world.now(), submission, id: found.basic.id, version, reason: why, cause: 'amended', values: { name: objectName, status, ...emptied } });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        return show(req, res, found.basic, { values, submission, status: statusOf(failure.code), errors: { errorList: [{ text: refusalWords(world, failure), href: '#content' }], messages: {} } });
      }
      req.session.notice = { key: 'registers:object.edited' };
      res.redirect(303, pathTo('object', { id: found.basic.id }));
    });

  async function find(req: Request) {
    const person = openPage(req, 'objects');
    const found = await showObject(world.dataSource, person, String(req.params['id']));
    if (!found) throw new Refusal('NOT_FOUND');
    const actor = registerActor(person, act);
    if (!actor || !found.whole) throw new Refusal('NOT_ENTITLED', { act });
    requireRegisterAct(act, actor, found.whole.responsibleDepartments);
    return { found: { ...found, whole: found.whole }, actor };
  }

  async function show(req: Request, res: Response, basic: { id: string; name: string }, shown: { values: Record<string, unknown>; submission: string; status: number; errors?: FormErrors }) {
    const title = t('registers:object.edit');
    const divisions = await divisionOptions(world.dataSource);
    const page = await frame(world, req, res, {
      title,
      current: 'objects',
      hasErrors: shown.errors !== undefined,
      breadcrumbs: [{ text: t('pages:navigation.objects'), href: paths.objects }, { text: basic.name, href: pathTo('object', { id: basic.id }) }, { text: title }],
    });
    const fields = formModel({ schema: ObjectForm, act, texts: world.views.texts, values: shown.values, messages: shown.errors?.messages, options: { divisions: divisions.map(({ code, name }) => ({ value: code, text: name })) } });
    res.status(shown.status).render('act', {
      page,
      title,
      errorList: shown.errors?.errorList,
      form: {
        action: pathTo('objectEdit', { id: basic.id }),
        csrfToken: page.csrfToken,
        submissionId: shown.submission,
        fields,
        submitText: t('registers:object.save'),
        cancel: { href: pathTo('object', { id: basic.id }), text: t('registers:object.back') },
      },
    });
  }
}
