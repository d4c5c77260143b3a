import { randomUUID } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Act } from '../../../domain/act';
import { OFFICE } from '../../../domain/actor';
import { Refusal } from '../../../domain/refusal';
import { amend } from '../../../domain/referral/acts/amend';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { visit } from '../../../domain/visit/process';
import { referableRecord, referralsOf } from '../../../services/queries/cases/referral-draft';
import { showCase } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { readForm } from '../../forms/read-form';
import { submissionOf } from '../../forms/submission-of';
import { personOf } from '../../middleware/require-person';
import { caseAddress, paths } from '../../paths';
import { capacityFor } from '../../person';
import { defaultLanguage } from '../../views/language';
import { nameOf, textFields, type Asked, type Body } from './firm-referrals';
import { firmTargets, type Target } from './firm-targets';
import { sendToTicked, stillToDo } from './send-to-ticked';
import { showFirmReferrals } from './show-firm-referrals';
import { draftedText } from './drafted-text';

/**
 * Everything that a department sends about one firm, on one page: the text is taken from record and items, written once and
 * given to every addressee that is ticked. Each stays a referral of its own, with acts and submissions of its own.
 */
export function firmReferralsPage(world: AppWorld): Router {
  const { texts } = world.views;
  const { t } = texts;
  return Router()
    .get(paths.firmReferrals, async (req, res) => {
      const asked = await find(req);
      const { targets } = asked;
      const started = targets.find(({ draft }) => draft?.facts)?.draft;
      const values = started
        ? Object.fromEntries(textFields.map((name) => [name, started[name]]))
        : await suggested(asked);
      // What has a text of its own already is not written over unless somebody says so.
      const own = (target: Target) =>
        !target.draft || textFields.some((name) => (target.draft[name] ?? values[name]) !== values[name]);
      const ticked = new Set(targets.filter((target) => !own(target)).map(({ key }) => key));
      await showFirmReferrals(world, { req, res }, asked, { values, ticked, submission: randomUUID() });
    })
    .post(paths.firmReferrals, async (req, res) => {
      const asked = await find(req);
      const body = (req.body ?? {}) as Body;
      const ticked = new Set([body['to'] ?? []].flat().filter((key): key is string => typeof key === 'string'));
      const values = readForm(amend.input, body) as Body;
      const submission = submissionOf(body);
      const state = { values, ticked, submission };
      const errors = errorsIn(values, ticked, asked);
      if (errors) return showFirmReferrals(world, { req, res }, asked, { ...state, errors }, 422);
      const { done, failed } = await sendToTicked(world, asked, body, state);
      if (failed.size === 0) {
        req.session.notice = { key: 'pages:firmReferrals.done', values: { count: String(done) } };
        return res.redirect(303, caseAddress(asked.view.id));
      }
      // Read anew: what has been done is a draft now, and only the rest stays ticked.
      const again = await find(req);
      const errorList = [...failed].map(([key, why]) => ({
        text: t('pages:many.notDone', { objects: nameOf(world, asked, key), why }),
        href: '#to',
      }));
      await showFirmReferrals(
        world,
        { req, res },
        again,
        {
          values,
          ticked: stillToDo(again.targets, failed),
          submission: randomUUID(),
          errors: { errorList, messages: {} },
          done,
        },
        409,
      );
    });

  async function find(req: Request): Promise<Asked> {
    const person = personOf(req);
    const id = `${visit.kind}/${String(req.params['number'])}`;
    const view = await showCase(world.dataSource, person, id);
    if (view?.kind !== 'visit') throw new Refusal('CASE_UNKNOWN', { case: id });
    const { obstacle } = capacityFor(person, visit, draftReferral as Act, view.state);
    if (obstacle === 'NOT_ENTITLED') throw new Refusal('NOT_ENTITLED', { act: draftReferral.name });
    const [units, existing] = await Promise.all([
      unitNames(world.dataSource),
      referralsOf(world.dataSource, id, person.department),
    ]);
    const others = Object.keys(units).filter((code) => code !== OFFICE && code !== person.department);
    const targets = firmTargets(existing, others).filter(({ draft }) => draft || !obstacle);
    return { person, view, units, targets, obstacle };
  }

  async function suggested({ person, view }: Asked): Promise<Body> {
    const record = await referableRecord(world.dataSource, view.id, person.department);
    return record ? draftedText(texts.in(defaultLanguage), record) : {};
  }

  function errorsIn(values: Body, ticked: ReadonlySet<string>, { targets }: Asked): FormErrors | undefined {
    const [first] = targets;
    if (!first || !targets.some(({ key }) => ticked.has(key)))
      return { errorList: [{ text: t('pages:firmReferrals.noneTicked'), href: '#to' }], messages: {} };
    const said = Object.fromEntries(textFields.map((name) => [name, values[name]]));
    const { error } = amend.input.safeParse({ ...said, version: 0 });
    return error && formErrors(error.issues, { schema: amend.input, act: amend.name, texts, values: said });
  }
}
