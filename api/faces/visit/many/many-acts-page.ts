import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { findAct } from '../../../../domain/processes';
import { Refusal } from '../../../../domain/refusal';
import type { RefusalCode, RefusalDetails } from '../../../../domain/refusals/refusal-list';
import { checkVisits, type VisitLine } from '../../../../services/queries/cases/check-visits';
import { stretchOf, type Placed } from '../../../../services/queries/ordered-list';
import { showCase } from '../../../../services/queries/cases/show-case';
import type { AppWorld } from '../../../app-world';
import { formErrors } from '../../../forms/form-errors';
import { readForm } from '../../../forms/read-form';
import { submissionOf } from '../../../forms/submission-of';
import { personOf } from '../../../middleware/require-person';
import { caseAddress, pathTo, paths } from '../../../paths';
import { refusalWords } from '../../../pages/refusal-words';
import { manyForm, type ManyState } from './many-form';
import { performMany } from './perform-many';

/** How many visits one page offers, so that a person waits seconds for the answer and not minutes. */
const mostAtOnce = 50;

/** One act on many visits of a check: the same words for all that are chosen, an entry and an outcome for each. */
export function manyActsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.manyActs, async (req, res) => {
      await show(req, res, { values: {}, chosen: new Set(), submission: randomUUID() });
    })
    .post(paths.manyActs, async (req, res) => {
      const { act, visits, check } = await find(req);
      const body = (req.body ?? {}) as Record<string, unknown>;
      const submission = submissionOf(body);
      const chosen = new Set(textsOf(body['cases']));
      const versions = (body['versions'] ?? {}) as Record<string, unknown>;
      const values = readForm(act.input, body);
      const state = { values, chosen, submission };
      if (chosen.size === 0)
        return show(req, res, { ...state, errors: [{ text: t('pages:many.noneChosen'), href: '#visits' }] }, 422);

      const inputOf = (number: string) => (act.replaces ? { ...values, version: Number(versions[number]) } : values);
      const cases = [...chosen]
        .slice(0, mostAtOnce)
        .map((number) => ({ caseId: `visit/${number}`, input: inputOf(number) }));
      const wrong = act.input.safeParse(cases[0]?.input).error;
      if (wrong) {
        const { errorList, messages } = formErrors(wrong.issues, {
          schema: act.input,
          act: act.name,
          texts: world.views.texts,
          values,
        });
        return show(req, res, { ...state, errors: errorList, messages }, 422);
      }

      const outcomes = await performMany(world, personOf(req), act.name, cases, submission);
      const left = [...outcomes].filter(([, outcome]) => outcome.kind !== 'done');
      const done = t('pages:many.done', { act: t(`acts:${act.name}.name`), count: outcomes.size - left.length });
      if (left.length === 0) {
        req.session.notice = {
          key: 'pages:many.done',
          values: { act: t(`acts:${act.name}.name`), count: String(outcomes.size) },
        };
        return res.redirect(303, visits.total > outcomes.size ? req.originalUrl : caseAddress(check.id));
      }
      const nameOf = (caseId: string) => visits.rows.find((row) => row.id === caseId)?.object ?? caseId.split('/')[1];
      const errors = left.map(([caseId, outcome]) => ({
        text: t('pages:many.notDone', { object: nameOf(caseId), why: wordsOf(outcome) }),
        href: '#visits',
      }));
      // Sent again, all go under the same names: one that was taken after all is then found done, and not done twice.
      const again = left
        .filter(([, outcome]) => outcome.kind !== 'pending')
        .map(([caseId]) => caseId.split('/')[1] ?? '');
      await show(req, res, { values, chosen: new Set(again), submission, errors, done }, 409);
    });

  async function find(req: Request) {
    const person = personOf(req);
    const number = String(req.params['number']);
    const found = findAct(String(req.params['act']));
    const check = await showCase(world.dataSource, person, `joint-check/${number}`);
    if (!check) throw new Refusal('CASE_UNKNOWN', { case: number });
    if (!found?.act.many) throw new Refusal('ACT_UNKNOWN', { act: String(req.params['act']) });
    const visits = await stretchOf<VisitLine & Placed>(
      world.dataSource,
      checkVisits(person, check.id, { act: found.act.name }),
      { size: mostAtOnce },
    );
    return { person, check, act: found.act, visits };
  }

  async function show(req: Request, res: Response, state: ManyState, status = 200): Promise<void> {
    const { check, act, visits, person } = await find(req);
    const oneByOne = pathTo('visitsOfCheck', { number: check.number, act: act.name });
    res
      .status(status)
      .render(
        'many-acts',
        await manyForm(world, req, res, { check, act, visits, person, oneByOne, mostAtOnce }, state),
      );
  }

  function wordsOf(outcome: { kind: string; code?: RefusalCode; details?: RefusalDetails }): string {
    if (outcome.kind === 'refused')
      return refusalWords(world, new Refusal(outcome.code ?? 'ACT_UNKNOWN', outcome.details ?? {}));
    if (outcome.kind === 'invalid') return refusalWords(world, new Refusal('INVALID_INPUT'));
    return t(outcome.kind === 'pending' ? 'pages:many.pending' : 'pages:many.unreachable');
  }
}

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((text): text is string => typeof text === 'string' && /^[0-9A-Za-z-]{1,60}$/.test(text));
}
